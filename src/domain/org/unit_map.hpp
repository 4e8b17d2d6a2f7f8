#pragma once

#include "domain/org/unit.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace tiendo {

/// An exact part of a whole, in its lowest terms.
struct ExactShare {
    std::int64_t above = 1;
    std::int64_t below = 1;

    bool is_whole() const { return above == below; }
    /// To two decimals, for people.
    Decimal percent() const;

    friend bool operator==(const ExactShare&, const ExactShare&) = default;
};

/// None where the result does not fit.
std::optional<ExactShare> multiply(const ExactShare& a, const ExactShare& b);
std::optional<ExactShare> add(const ExactShare& a, const ExactShare& b);

/// How much of what one unit reported belongs to a unit of the map; none: nobody knows.
struct MapPart {
    UnitId from{};
    UnitId to{};
    std::optional<ExactShare> share{};

    friend bool operator==(const MapPart&, const MapPart&) = default;
};

/// Units that reported, as they stand on the map of a day, which may lie before or after them. All
/// of a merged unit goes to the one that follows, a part of a divided one by the confirmed share.
/// Looking back, what a merged unit reports cannot be told apart.
struct UnitMap {
    Date day{};
    std::vector<MapPart> parts{}; ///< in the order of those who reported
    std::vector<UnitId> units{};  ///< of the map, in the same order

    /// What goes to that unit, in the order of those who reported.
    std::vector<MapPart> parts_of(const UnitId& unit) const;
    /// Whether all that goes to it is known: else its number is known together with others only.
    bool is_known(const UnitId& unit) const;
    /// Whether every unit stands for itself.
    bool is_as_reported() const;

    friend bool operator==(const UnitMap&, const UnitMap&) = default;
};

UnitMap unit_map(const std::vector<UnitId>& reporters, const UnitDirectory& directory, Date day);

/// The units of a map brought together in those directly above them, in the order in which these
/// occur; whoever has nobody above stays. What was divided below one unit is whole there.
UnitMap map_above(const UnitMap& map, const UnitDirectory& directory);

/// The days since which the map of those units is another one, the newest first: of what came of
/// them, and of what they came from.
std::vector<Date>
days_of_change(const std::vector<UnitId>& reporters, const UnitDirectory& directory);

} // namespace tiendo
