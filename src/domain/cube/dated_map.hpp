#pragma once

#include "base/date.hpp"
#include "domain/cube/unit_mapping.hpp"
#include "domain/org/unit.hpp"

#include <optional>
#include <unordered_map>
#include <vector>

namespace tiendo {

/// The units that there were on a day, laid out below one that stands for all of them.
struct DatedMap {
    static constexpr DenseIndex everybody = 0;

    Date day{};
    UnitTree tree{};
    std::vector<UnitId> units{}; ///< by index; that of everybody is empty
    std::unordered_map<UnitId, DenseIndex> indexes{};

    std::optional<DenseIndex> find(const UnitId& unit) const;
};

Result<DatedMap> map_on(const UnitDirectory& directory, Date day);

/// What became of the units of a map until the day of a later one; or, towards an earlier one,
/// where they came from. Shares are multiplied over several reorganisations. Where a unit came from
/// several, nobody knows how much of its numbers belongs to each. Who was closed without a
/// successor stands where its superior went.
Result<UnitMapping>
mapping_between(const UnitDirectory& directory, const DatedMap& from, const DatedMap& to);

} // namespace tiendo
