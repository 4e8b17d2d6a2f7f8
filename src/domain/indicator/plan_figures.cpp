#include "domain/indicator/plan_figures.hpp"

namespace tiendo {

const Figure* MeasureFigure::last_year(const PeriodId& period) const
{
    const auto found = history.find(same_period_last_year(period));
    return found == history.end() ? nullptr : &found->second;
}

std::map<Verdict, int> count_verdicts(const std::vector<MeasureFigure>& rows)
{
    std::map<Verdict, int> counts;
    for (const auto& row : rows)
        ++counts[row.judgement.verdict];
    return counts;
}

} // namespace tiendo
