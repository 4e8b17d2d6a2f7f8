#include "web/pages/list_part.hpp"

#include "web/percent.hpp"

#include <algorithm>
#include <charconv>

namespace tiendo::web {

namespace {

std::size_t number_in(std::string_view text)
{
    std::size_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

} // namespace

PageAddress PageAddress::with(std::string name, std::string value) const
{
    auto page = *this;
    page.fields.emplace_back(std::move(name), std::move(value));
    return page;
}

std::string PageAddress::address() const
{
    std::string address = path;
    for (const auto& [name, value] : fields)
        if (!value.empty())
            address +=
                (address.size() == path.size() ? "?" : "&") + name + "=" + percent_encode(value);
    return address;
}

ListPart::ListPart(std::size_t rows, const Request& request)
    : count_(std::max<std::size_t>((rows + rows_max - 1) / rows_max, 1))
{
    number_ = std::clamp<std::size_t>(number_in(request.query["phan"]), 1, count_);
}

void set_parts(view::Object& data, const ListPart& part, const PageAddress& page)
{
    view::List parts;
    for (std::size_t number = 1; number <= part.count(); ++number)
        parts.emplace_back(view::Object{
            {"number", std::to_string(number)},
            {"path", page.with("phan", std::to_string(number)).address()},
            {"is_here", number == part.number()},
        });
    data.set("has_parts", part.count() > 1);
    data.set("parts", std::move(parts));
}

} // namespace tiendo::web
