#include "web/views/map_words.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace tiendo::web::view {

namespace {

std::string short_name(const UnitDirectory& directory, const UnitId& id)
{
    const auto* unit = directory.find(id);
    return unit == nullptr ? id.str() : unit->short_name;
}

} // namespace

std::string
behind_words(const MappedFigure& mapped, const UnitDirectory& directory, const Wording& words)
{
    std::vector<std::string> names;
    for (const auto& unit : mapped.from) {
        const auto part = std::ranges::find(mapped.allocated, unit, &AllocatedPart::from);
        const auto name = short_name(directory, unit);
        names.push_back(
            part == mapped.allocated.end()
                ? name
                : words.text(
                      "unit_map.allocated",
                      {{"unit", name}, {"share", words.number(part->share.percent())}}
                  )
        );
    }
    return join(names, ", ");
}

std::string unknown_words(const UnitId& unit, const UnitDirectory& directory, const Wording& words)
{
    const auto* known = directory.find(unit);
    const auto* above = known == nullptr ? nullptr : directory.find(known->parent);
    if (above == nullptr) return words.text("unit_map.unknown");
    return words.text("unit_map.unknown_below", {{"above", above->short_name}});
}

std::string together_words(
    const std::vector<UnitId>& units, const UnitDirectory& directory, const Wording& words
)
{
    std::vector<std::string> names;
    for (const auto& unit : units)
        names.push_back(short_name(directory, unit));
    return words.text("unit_map.together", {{"units", join(names, ", ")}});
}

} // namespace tiendo::web::view
