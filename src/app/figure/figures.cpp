#include "app/figure/figures.hpp"

#include "app/period/periods.hpp"
#include "app/plan/plans.hpp"
#include "app/report/report_records.hpp"
#include "documents/exchange/figures_json.hpp"
#include "domain/indicator/course.hpp"

#include <algorithm>

namespace tiendo::app {
namespace {

/// By measure, in the order in which the store hands out the units: that of their ids.
using CountedCells = std::map<MeasureId, std::vector<Contributions::Shared>>;

Contribution
contribution_from(const UnitId& unit, const Submission& submission, const Cell& cell, bool accepted)
{
    Contribution contribution;
    contribution.unit = unit;
    contribution.cell = cell;
    contribution.submission = submission.id;
    contribution.version = submission.version;
    contribution.accepted = accepted;
    contribution.author = submission.author;
    contribution.at = submission.at;
    contribution.channel = submission.channel;
    return contribution;
}

void take(
    CountedCells& counted, const UnitId& unit, const Submission& submission, bool accepted
)
{
    for (const auto& [measure, cell] : submission.answers.cells) {
        counted[measure].push_back(std::make_shared<const Contribution>(
            contribution_from(unit, submission, cell, accepted)
        ));
    }
}

bool is_accepted(Stage stage)
{
    return stage == Stage::accepted || stage == Stage::locked;
}

/// The stages of all units of a period; a unit without a record is drafting.
Result<std::map<std::string, Stage>>
stages_of(Work& work, std::int64_t plan, const std::string& period)
{
    std::map<std::string, Stage> stages;
    for (const auto& record : work.kept.reports().of_period(plan, period)) {
        stages[record.report.unit] = state_from(record).state.stage;
    }
    return stages;
}

/// What counts in the period, and the history of earlier years, which were taken over as they were.
struct Counts {
    CountedCells now;
    std::map<PeriodId, CountedCells> earlier;
};

Result<Counts>
counted_submissions(Work& work, const PlanId& plan, const PeriodId& period, Counted counted)
{
    const auto number = TRY(number_of(plan));
    const auto stages = TRY(stages_of(work, number, period.str()));
    Counts counts;
    for (const auto& record : work.kept.submissions().newest_of_plan(number)) {
        const UnitId unit(record.report.unit);
        const auto submission = submission_from(record);
        if (record.report.period != period.str()) {
            take(counts.earlier[PeriodId(record.report.period)], unit, submission, true);
            continue;
        }
        const auto found = stages.find(record.report.unit);
        const auto stage = found == stages.end() ? Stage::drafting : found->second;
        const bool is_counted =
            counted == Counted::accepted ? is_accepted(stage) : tiendo::counts(stage);
        if (is_counted) take(counts.now, unit, submission, is_accepted(stage));
    }
    return counts;
}

std::map<PeriodId, Figure> history_of(
    const Measure& measure, const Indicator& indicator, const Counts& counts, const PeriodId& period
)
{
    std::map<PeriodId, Figure> history;
    const auto length = parse_period(period)->length;
    for (const auto& [earlier, counted] : counts.earlier) {
        const auto name = parse_period(earlier);
        const auto found = counted.find(measure.id);
        if (!name || name->length != length || !(earlier < period) || found == counted.end())
            continue;
        auto figure = compute(measure, indicator, Contributions(found->second));
        if (figure.state == FigureState::value) history[earlier] = std::move(figure);
    }
    return history;
}

} // namespace

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

Result<PlanFigures> figures(Work& work, const PlanId& plan, const PeriodId& period, Counted counted)
{
    TRY(require(work, Right::see_plan));
    PlanFigures result;
    result.plan = TRY(plan_in_use(work, plan));
    result.period = TRY(period_of(work, plan, period));
    auto counts = TRY(counted_submissions(work, plan, period, counted));
    for (auto& [measure, cells] : counts.now)
        result.contributions[measure] = Contributions(std::move(cells));
    const auto indicators = library(work);
    for (const auto& measure : result.plan.measures) {
        MeasureFigure row;
        row.measure = measure;
        if (const auto* indicator = indicators.find(measure.indicator)) row.indicator = *indicator;
        row.figure = compute(measure, row.indicator, result.contributions[measure.id]);
        row.judgement = judge_on_course(
            measure, row.indicator, row.figure, course_of(measure, result.plan, result.period)
        );
        row.history = history_of(measure, row.indicator, counts, period);
        result.rows.push_back(std::move(row));
    }
    return result;
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
    for (const auto& submission : TRY(submissions_of(work, of))) {
        const auto found = submission.answers.cells.find(measure_id);
        if (found == submission.answers.cells.end()) continue;
        history.versions.push_back(
            contribution_from(unit, submission, found->second, is_accepted(stage))
        );
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
