#pragma once

#include "base/decimal.hpp"
#include "web/views/view.hpp"

#include <string>
#include <string_view>

namespace tiendo::web::view {

/// Builds the HTML and SVG that a template cannot: charts, cells, tags.
///
///     Html html;
///     html.raw("<b>").text(unit.name).raw("</b>");
///     return html.done();
///
/// What raw() takes must be a literal, which the compiler checks; all else is escaped.
class Html {
public:
    class Literal {
    public:
        consteval Literal(const char* text) : text_(text) {} // NOLINT: implicit on purpose
        constexpr std::string_view text() const { return text_; }

    private:
        std::string_view text_;
    };

    Html& raw(Literal literal);
    /// Escaped for text and for attributes in double quotes.
    Html& text(std::string_view text);
    /// For coordinates and counts, never for what a person reads as a figure.
    Html& number(long long number);
    Html& number(const Decimal& number);
    Html& add(const Markup& markup);

    Markup done() { return Markup(std::move(html_)); }

private:
    std::string html_;
};

/// & < > " ' as entities.
std::string escape_html(std::string_view text);

} // namespace tiendo::web::view
