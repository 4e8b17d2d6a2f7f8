#include "web/views/unit_words.hpp"

#include "base/text.hpp"

namespace tiendo::web::view {

namespace {

/// A sentence with more names is one that nobody reads.
constexpr std::size_t names_max = 100;
constexpr std::size_t names_of_more = 20;

} // namespace

std::string short_name(const UnitDirectory& directory, const UnitId& unit)
{
    const auto* known = directory.find(unit);
    return known == nullptr ? unit.str() : known->short_name;
}

std::string
unit_names(const std::vector<UnitId>& units, const UnitDirectory& directory, const Wording& words)
{
    std::vector<std::string> names;
    for (const auto& unit : units)
        names.push_back(short_name(directory, unit));
    return names_together(std::move(names), words);
}

std::string names_together(std::vector<std::string> names, const Wording& words)
{
    if (names.size() <= names_max) return join(names, ", ");
    const Decimal more(static_cast<std::int64_t>(names.size() - names_of_more));
    names.resize(names_of_more);
    return words.text(
        "units_shown.more", {{"units", join(names, ", ")}, {"count", words.number(more)}}
    );
}

} // namespace tiendo::web::view
