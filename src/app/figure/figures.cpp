#include "app/figure/figures.hpp"

#include "app/figure/counted_cells.hpp"
#include "app/figure/held_period.hpp"
#include "app/period/periods.hpp"
#include "app/plan/plans.hpp"
#include "app/report/report_records.hpp"
#include "documents/exchange/figures_json.hpp"
#include "domain/indicator/course.hpp"

#include <algorithm>

namespace tiendo::app {
const MeasureFigure* PlanFigures::row(const MeasureId& id) const
{
    const auto found =
        std::ranges::find_if(rows, [&](const MeasureFigure& row) { return row.measure.id == id; });
    return found == rows.end() ? nullptr : &*found;
}

Judgement PlanFigures::judge_part(const MeasureFigure& row, const Figure& part) const
{
    const auto course = course_of(row.measure, plan, period).of_a_part();
    return judge_on_course(row.measure, row.indicator, part, course);
}

Forecast PlanFigures::forecast_of(const MeasureFigure& row) const
{
    return forecast(row, course_of(row.measure, plan, period), period.id);
}

Result<PlanFigures> figures(Work& work, const PlanId& plan, const PeriodId& period)
{
    TRY(require(work, Right::see_plan));
    return TRY(held_period(work, plan, period))->figures;
}

Result<CellHistory> cell_history(
    Work& work,
    const PlanId& plan_id,
    const PeriodId& period,
    const UnitId& unit,
    const MeasureId& measure_id
)
{
    TRY(require(work, Right::see_report, unit));
    const auto plan = TRY(plan_in_use(work, plan_id));
    const auto* measure = plan.measure(measure_id);
    if (measure == nullptr)
        return refuse(Refusal::not_found, "plan.unknown_measure", {{"measure", measure_id.str()}});
    CellHistory history;
    history.measure = *measure;
    history.course = course_of(*measure, plan, TRY(period_of(work, plan_id, period))).of_a_part();
    const auto indicators = library(work);
    if (const auto* indicator = indicators.find(measure->indicator)) history.indicator = *indicator;
    const ReportOf of{plan_id, period, unit};
    const auto stage = TRY(kept_state(work, of)).state.stage;
    history.counted = tiendo::counts(stage);
    for (const auto& record : work.kept.submissions().versions(TRY(key_of(of)))) {
        const auto cells = cells_of(record, stage);
        const auto found = cells.find(measure_id);
        if (found != cells.end()) history.versions.push_back(*found->second);
    }
    std::ranges::reverse(history.versions);
    if (history.counted && !history.versions.empty() && reaches_beyond(history.indicator)) {
        const auto held = TRY(held_period(work, plan_id, period));
        const auto answers = held->plan_cells().answers(*measure, history.indicator, period);
        if (const auto* answer = answers.find(unit)) history.versions.front() = **answer;
    }
    return history;
}

std::string figures_json(const PlanFigures& figures)
{
    std::vector<Forecast> forecasts;
    for (const auto& row : figures.rows)
        forecasts.push_back(figures.forecast_of(row));
    return documents::to_json(figures.rows, forecasts);
}

Date day_of_map(const Work& work)
{
    return local_time(work.now).day;
}

} // namespace tiendo::app
