#include "app/figure/year_figures.hpp"

#include <algorithm>

namespace tiendo::app {

std::optional<YearFigure> over_year(const HeldPeriod& held, const MeasureFigure& row)
{
    const auto& [plan, period, rows, contributions] = held.figures;
    YearFigure year;
    year.periods = since_year_began(period.id);
    if (year.periods.size() < 2) return std::nullopt;
    const auto answers = held.plan_cells().answers_over(row.measure, row.indicator, year.periods);
    for (const auto& each : year.periods)
        if (std::ranges::find(answers, each, &Contribution::period) == answers.end())
            year.without.push_back(each);
    year.figure = compute_over(row.measure, row.indicator, answers, year.periods);
    year.judgement = judge_on_course(
        row.measure, row.indicator, year.figure, course_of(row.measure, plan, period)
    );
    return year;
}

} // namespace tiendo::app
