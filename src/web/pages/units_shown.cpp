#include "web/pages/units_shown.hpp"

#include "base/text.hpp"
#include "domain/org/unit_names.hpp"

#include <set>

namespace tiendo::web {

UnitsShown::UnitsShown(
    const std::vector<UnitId>& reporters,
    const UnitDirectory& directory,
    Date day,
    const Request& request
)
    : UnitsShown(reporters, directory, std::optional(day), request)
{
}

UnitsShown UnitsShown::as_they_reported(
    const std::vector<UnitId>& reporters, const UnitDirectory& directory, const Request& request
)
{
    return {reporters, directory, std::optional<Date>(), request};
}

UnitsShown::UnitsShown(
    const std::vector<UnitId>& reporters,
    const UnitDirectory& directory,
    std::optional<Date> day,
    const Request& request
)
    : day_(day), below_(std::string(request.query["duoi"])), sought_(squeeze(request.query["tim"])),
      map_(map_on_day(reporters, directory))
{
    are_many_ = map_.units.size() > ListPart::rows_max;
    leave_asked(map_, directory);
    is_as_reported_ = map_.is_as_reported();
    for (const auto& part : map_.parts)
        if (reporters_.empty() || reporters_.back() != part.from) reporters_.push_back(part.from);
    if (map_.units.size() <= ListPart::rows_max) return;
    auto higher = map_above(map_, directory);
    is_higher_ =
        sought_.empty() && higher.units.size() > 1 && higher.units.size() <= ListPart::rows_max;
    if (is_higher_) {
        map_ = std::move(higher);
        return;
    }
    part_ = ListPart(reporters_.size(), request);
    keep_part(directory);
}

UnitMap
UnitsShown::map_of(const std::vector<UnitId>& reporters, const UnitDirectory& directory) const
{
    const std::set<UnitId> shown(reporters_.begin(), reporters_.end());
    std::vector<UnitId> asked;
    for (const auto& unit : reporters)
        if (shown.contains(unit)) asked.push_back(unit);
    auto map = map_on_day(asked, directory);
    leave_asked(map, directory);
    return is_higher_ ? map_above(map, directory) : map;
}

UnitMap
UnitsShown::map_on_day(const std::vector<UnitId>& reporters, const UnitDirectory& directory) const
{
    if (day_) return unit_map(reporters, directory, *day_);
    UnitMap map;
    for (const auto& unit : reporters)
        map.parts.push_back({unit, unit, ExactShare{}});
    map.units = reporters;
    return map;
}

/// Of a unit that was divided, what went elsewhere is left out.
void UnitsShown::leave_asked(UnitMap& map, const UnitDirectory& directory) const
{
    if (below_.empty() && sought_.empty()) return;
    const auto key = search_key(sought_);
    const auto is_elsewhere = [&](const UnitId& id) {
        const auto* unit = directory.find(id);
        if (unit == nullptr || (!below_.empty() && unit->parent != below_)) return true;
        return !key.empty() && !is_called(*unit, key);
    };
    std::erase_if(map.parts, [&](const MapPart& part) { return is_elsewhere(part.to); });
    std::erase_if(map.units, is_elsewhere);
}

/// Cut by those who reported: all of what one of them reported is on the same page.
void UnitsShown::keep_part(const UnitDirectory& directory)
{
    reporters_ = part_.of(reporters_);
    map_ = map_of(reporters_, directory);
}

void set_units_shown(
    view::Object& data,
    const UnitsShown& shown,
    const PageAddress& page,
    const UnitDirectory& directory,
    const Wording& words
)
{
    const auto* below = directory.find(shown.below());
    view::List fields;
    for (const auto& [name, value] : page.fields)
        fields.emplace_back(view::Object{{"name", name}, {"value", value}});
    data.set("are_many", shown.are_many());
    data.set("units_page", page.path);
    data.set("units_fields", std::move(fields));
    data.set("units_sought", shown.sought());
    data.set("finds_no_unit", shown.map().units.empty());
    data.set("is_higher", shown.is_higher());
    data.set("below", shown.below().str());
    data.set("is_below", below != nullptr);
    data.set("has_wider", below != nullptr || !shown.sought().empty());
    data.set("wider_path", page.address());
    data.set(
        "units_below",
        below == nullptr ? "" : words.text("units_shown.below", {{"unit", below->name}})
    );
    const auto within = below == nullptr ? page : page.with("duoi", shown.below().str());
    set_parts(data, shown.part(), within.with("tim", shown.sought()));
}

} // namespace tiendo::web
