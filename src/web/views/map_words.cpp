#include "web/views/map_words.hpp"

#include "web/views/unit_words.hpp"

#include <algorithm>

namespace tiendo::web::view {

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
    return names_together(std::move(names), words);
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
    return words.text("unit_map.together", {{"units", unit_names(units, directory, words)}});
}

} // namespace tiendo::web::view
