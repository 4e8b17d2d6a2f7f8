#pragma once

#include "domain/indicator/figure.hpp"
#include "domain/org/unit_map.hpp"

#include <vector>

namespace tiendo {

/// What is allocated to a unit of the map: a confirmed part of what another one reported.
struct AllocatedPart {
    UnitId from{};
    ExactShare share{};

    friend bool operator==(const AllocatedPart&, const AllocatedPart&) = default;
};

/// The figure of one unit on a map, from the reports of those who stand behind it.
struct MappedFigure {
    UnitId unit{}; ///< empty: of `together`
    std::vector<UnitId> from{};
    std::vector<AllocatedPart> allocated{};
    Figure figure{};
    bool is_known = true; ///< else the number is one of those in `together`

    friend bool operator==(const MappedFigure&, const MappedFigure&) = default;
};

/// One measure on a map. The counts of all units and of `together` make the total of the reports,
/// to the last one.
struct FiguresOnMap {
    std::vector<MappedFigure> units{}; ///< in the order of the map
    MappedFigure together{};           ///< what can be told for several units only
    std::vector<UnitId> apart_in{};    ///< these units

    const MappedFigure* find(const UnitId& unit) const;

    friend bool operator==(const FiguresOnMap&, const FiguresOnMap&) = default;
};

FiguresOnMap figures_on_map(
    const Measure& measure,
    const Indicator& indicator,
    const Contributions& contributions,
    const UnitMap& map
);

} // namespace tiendo
