#include "web/pages/matrix_columns.hpp"

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

MatrixColumns::MatrixColumns(
    const std::vector<UnitId>& reporters,
    const UnitDirectory& directory,
    Date day,
    const Request& request
)
    : day_(day), below_(std::string(request.query["duoi"])),
      part_(std::max<std::size_t>(number_in(request.query["phan"]), 1)),
      map_(map_below(reporters, directory))
{
    for (const auto& part : map_.parts)
        if (reporters_.empty() || reporters_.back() != part.from) reporters_.push_back(part.from);
    if (map_.units.size() <= units_max) return;
    auto higher = map_above(map_, directory);
    is_higher_ = higher.units.size() > 1 && higher.units.size() <= units_max;
    if (is_higher_)
        map_ = std::move(higher);
    else
        keep_part(directory);
}

UnitMap
MatrixColumns::map_of(const std::vector<UnitId>& reporters, const UnitDirectory& directory) const
{
    auto map = map_below(reporters, directory);
    return is_higher_ ? map_above(map, directory) : map;
}

/// Of a unit that was divided, what went elsewhere is left out.
UnitMap
MatrixColumns::map_below(const std::vector<UnitId>& reporters, const UnitDirectory& directory) const
{
    auto map = unit_map(reporters, directory, day_);
    if (below_.empty()) return map;
    const auto is_elsewhere = [&](const UnitId& id) {
        const auto* unit = directory.find(id);
        return unit == nullptr || unit->parent != below_;
    };
    std::erase_if(map.parts, [&](const MapPart& part) { return is_elsewhere(part.to); });
    std::erase_if(map.units, is_elsewhere);
    return map;
}

/// Cut by those who reported: all of what one of them reported is on the same page.
void MatrixColumns::keep_part(const UnitDirectory& directory)
{
    parts_ = (reporters_.size() + units_max - 1) / units_max;
    part_ = std::min(part_, parts_);
    const auto begin = (part_ - 1) * units_max;
    const auto end = std::min(begin + units_max, reporters_.size());
    reporters_ = {
        reporters_.begin() + static_cast<std::ptrdiff_t>(begin),
        reporters_.begin() + static_cast<std::ptrdiff_t>(end)
    };
    map_ = map_below(reporters_, directory);
}

void set_columns(
    view::Object& data,
    const MatrixColumns& columns,
    const std::string& path,
    const UnitDirectory& directory,
    const Wording& words
)
{
    const auto* below = directory.find(columns.below());
    data.set("is_higher", columns.is_higher());
    data.set("has_wider", below != nullptr);
    data.set("wider_path", path);
    data.set("below", columns.below().str());
    data.set(
        "columns_of", below == nullptr ? "" : words.text("matrix.below", {{"unit", below->name}})
    );
    view::List parts;
    const auto within = below == nullptr ? path : path + "&duoi=" + columns.below().str();
    for (std::size_t part = 1; part <= columns.parts(); ++part)
        parts.emplace_back(view::Object{
            {"number", std::to_string(part)},
            {"path", within + "&phan=" + std::to_string(part)},
            {"is_here", part == columns.part()},
        });
    data.set("has_parts", columns.parts() > 1);
    data.set("parts", std::move(parts));
}

} // namespace tiendo::web
