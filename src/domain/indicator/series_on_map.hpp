#pragma once

#include "domain/indicator/mapped_figures.hpp"
#include "domain/indicator/plan_figures.hpp"

#include <cstddef>
#include <functional>
#include <vector>

namespace tiendo {

/// A measure in one period by the units of a map; the total is what was reported, whatever the map.
struct PeriodOnMap {
    PeriodId period{};
    Figure total{};
    FiguresOnMap units{};
    bool is_as_reported = true; ///< every unit stands for itself

    friend bool operator==(const PeriodOnMap&, const PeriodOnMap&) = default;
};

/// On which units those who reported stand.
using MapOf = std::function<UnitMap(const std::vector<UnitId>&)>;

/// Earlier periods, the newest of them, and the present one, all by the units of one map.
std::vector<PeriodOnMap> series_on_map(
    const MeasureFigure& row, const PeriodId& now, const MapOf& map_of, std::size_t earlier_most
);

/// Those of the present period, then such as were in earlier ones alone.
std::vector<UnitId> units_in(const std::vector<PeriodOnMap>& series);

/// Who has reported a figure or should have.
std::vector<UnitId> reporters_of(const Figure& figure);

} // namespace tiendo
