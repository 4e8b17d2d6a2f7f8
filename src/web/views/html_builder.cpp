#include "web/views/html_builder.hpp"

namespace tiendo::web::view {

Html& Html::raw(Literal literal)
{
    html_ += literal.text();
    return *this;
}

Html& Html::text(std::string_view text)
{
    html_ += escape_html(text);
    return *this;
}

Html& Html::number(long long number)
{
    html_ += std::to_string(number);
    return *this;
}

Html& Html::number(const Decimal& number)
{
    html_ += number.str();
    return *this;
}

Html& Html::add(const Markup& markup)
{
    html_ += markup.str();
    return *this;
}

std::string escape_html(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\'':
            out += "&#39;";
            break;
        default:
            out += c;
        }
    }
    return out;
}

} // namespace tiendo::web::view
