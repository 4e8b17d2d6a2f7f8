#include "domain/indicator/plan_figures.hpp"

#include <algorithm>

namespace tiendo {

const Figure* MeasureFigure::last_year(const PeriodId& period) const
{
    const auto found = history.find(same_period_last_year(period));
    return found == history.end() ? nullptr : &found->second;
}

std::vector<UnitOnMap>
units_on_map(const std::vector<UnitId>& units, const UnitDirectory& directory, Date day)
{
    std::vector<UnitOnMap> map;
    for (const auto& unit : units) {
        const auto standing = directory.standing_for(unit, day);
        const auto found = std::ranges::find(map, standing, &UnitOnMap::unit);
        if (found == map.end())
            map.push_back({standing, {unit}});
        else
            found->predecessors.push_back(unit);
    }
    return map;
}

std::map<Verdict, int> count_verdicts(const std::vector<MeasureFigure>& rows)
{
    std::map<Verdict, int> counts;
    for (const auto& row : rows)
        ++counts[row.judgement.verdict];
    return counts;
}

} // namespace tiendo
