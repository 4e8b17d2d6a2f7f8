#include "domain/indicator/plan_figures.hpp"

#include <unordered_map>

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
    std::unordered_map<UnitId, std::size_t> places;
    for (const auto& unit : units) {
        const auto standing = directory.standing_for(unit, day);
        const auto [place, is_new] = places.try_emplace(standing, map.size());
        if (is_new)
            map.push_back({standing, {unit}});
        else
            map[place->second].predecessors.push_back(unit);
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
