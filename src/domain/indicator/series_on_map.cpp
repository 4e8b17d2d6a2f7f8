#include "domain/indicator/series_on_map.hpp"

#include <set>

namespace tiendo {

std::vector<UnitId> reporters_of(const Figure& figure)
{
    std::vector<UnitId> units;
    std::set<UnitId> known;
    const auto add = [&](const UnitId& unit) {
        if (known.insert(unit).second) units.push_back(unit);
    };
    for (const auto& given : figure.contributions)
        add(given.unit);
    for (const auto& unit : figure.coverage.missing)
        add(unit);
    return units;
}

std::vector<PeriodOnMap> series_on_map(
    const MeasureFigure& row, const PeriodId& now, const MapOf& map_of, std::size_t earlier_most
)
{
    std::vector<PeriodOnMap> series;
    const auto add =
        [&](const PeriodId& period, const Figure& figure, const std::vector<UnitId>& units) {
            const auto map = map_of(units);
            series.push_back(
                {period,
                 figure,
                 figures_on_map(row.measure, row.indicator, figure.contributions, map),
                 map.is_as_reported()}
            );
        };
    auto left = row.history.size();
    for (const auto& [period, figure] : row.history)
        if (left-- <= earlier_most) add(period, figure, reporters_of(figure));
    add(now, row.figure, row.measure.suppliers);
    return series;
}

std::vector<UnitId> units_in(const std::vector<PeriodOnMap>& series)
{
    std::vector<UnitId> found;
    std::set<UnitId> known;
    for (auto each = series.rbegin(); each != series.rend(); ++each)
        for (const auto& mapped : each->units.units)
            if (known.insert(mapped.unit).second) found.push_back(mapped.unit);
    return found;
}

} // namespace tiendo
