#include "app/figure/held_period.hpp"

#include "app/figure/counted_cells.hpp"
#include "app/org/directory.hpp"
#include "app/period/office_tables.hpp"
#include "app/period/periods.hpp"
#include "app/plan/plans.hpp"
#include "app/report/report_records.hpp"
#include "domain/indicator/course.hpp"

#include <algorithm>

namespace tiendo::app {
namespace {

/// By measure, in the order in which the store hands out the units: that of their ids.
using Lists = std::map<MeasureId, std::vector<Contributions::Shared>>;

CellsByMeasure by_measure(Lists lists)
{
    CellsByMeasure cells;
    for (auto& [measure, list] : lists)
        cells.emplace(measure, Contributions(std::move(list)));
    return cells;
}

void take(Lists& lists, const UnitCells& own)
{
    for (const auto& [measure, contribution] : own)
        lists[measure].push_back(contribution);
}

std::map<std::string, ReportState>
states_of(Work& work, std::int64_t plan, const std::string& period)
{
    std::map<std::string, ReportState> states;
    for (const auto& record : work.kept.reports().of_period(plan, period))
        states[record.report.unit] = state_from(record).state;
    return states;
}

/// In the period itself only what came through its workflow counts.
UnitCells
cells_that_count(const HeldPeriod& held, const store::SubmissionRecord& record, Stage stage)
{
    if (record.report.period != held.figures.period.id.str()) return counted_cells(record, stage);
    return counts(stage) ? cells_of(record, stage) : UnitCells{};
}

/// Where the reports of all periods that are run here stand.
std::map<std::string, std::map<std::string, ReportState>>
states_of_plan(Work& work, std::int64_t plan)
{
    std::map<std::string, std::map<std::string, ReportState>> states;
    for (const auto& period : work.kept.periods().of_plan(plan))
        states[period.id] = states_of(work, plan, period.id);
    return states;
}

/// What counts in all periods, and where the reports of this one stand.
Result<Done> read_cells(Work& work, HeldPeriod& held)
{
    const auto& period = held.figures.period.id;
    const auto number = TRY(number_of(held.figures.plan.id));
    auto states = states_of_plan(work, number);
    const auto forms = held.forms();
    std::map<PeriodId, Lists> lists;
    work.kept.submissions().each_newest_of_plan(number, [&](const auto& record) {
        const UnitId unit(record.report.unit);
        const auto& state = states[record.report.period][record.report.unit];
        take(lists[PeriodId(record.report.period)], cells_that_count(held, record, state.stage));
        if (record.report.period == period.str() && held.figures.period.units.contains(unit))
            put_report(held.reports, held_report(forms, unit, state, record));
    });
    for (const auto& unit : held.figures.period.units)
        if (find_report(held.reports, unit) == nullptr)
            put_report(
                held.reports,
                held_report(forms, unit, states[period.str()][unit.str()], std::nullopt)
            );
    for (auto& [id, own] : lists)
        held.cells_by_period.emplace(id, by_measure(std::move(own)));
    return done;
}

const Contributions& cells_in(const CellsByMeasure& cells, const MeasureId& measure)
{
    static const Contributions none;
    const auto found = cells.find(measure);
    return found == cells.end() ? none : found->second;
}

std::map<PeriodId, Figure> history_of(const HeldPeriod& held, const MeasureFigure& row)
{
    std::map<PeriodId, Figure> history;
    const auto& period = held.figures.period.id;
    const auto length = parse_period(period)->length;
    const auto cells = held.plan_cells();
    for (const auto& [earlier, own] : held.cells_by_period) {
        const auto name = parse_period(earlier);
        if (!name || name->length != length || !(earlier < period)) continue;
        if (cells_in(own, row.measure.id).empty()) continue;
        auto figure = cells.figure_then(row.measure, row.indicator, earlier, period);
        if (figure.state == FigureState::value) history[earlier] = std::move(figure);
    }
    return history;
}

MeasureFigure row_of(
    const HeldPeriod& held,
    const Measure& measure,
    const Indicator& entry,
    const Contributions& answers
)
{
    const auto& [plan, period, rows, contributions] = held.figures;
    MeasureFigure row;
    row.measure = measure;
    row.indicator = entry;
    row.figure = compute(measure, entry, answers);
    row.judgement = judge_on_course(measure, entry, row.figure, course_of(measure, plan, period));
    return row;
}

void compute_now(HeldPeriod& held, MeasureFigure& row)
{
    const auto answers =
        held.plan_cells().answers(row.measure, row.indicator, held.figures.period.id);
    auto computed = row_of(held, row.measure, row.indicator, answers);
    row.figure = std::move(computed.figure);
    row.judgement = std::move(computed.judgement);
    held.figures.contributions[row.measure.id] = answers;
}

/// What becomes of units' cells of one period: none where a unit says nothing any more.
using Edits = std::map<MeasureId, std::map<UnitId, Contributions::Shared>>;

Contributions
with_edits(const Contributions& before, const std::map<UnitId, Contributions::Shared>& edits)
{
    std::vector<Contributions::Shared> after;
    after.reserve(before.size() + edits.size());
    auto edit = edits.begin();
    const auto take_edit = [&] {
        if (edit->second) after.push_back(edit->second);
        ++edit;
    };
    for (const auto& contribution : before.shared()) {
        while (edit != edits.end() && edit->first < contribution->unit)
            take_edit();
        if (edit != edits.end() && edit->first == contribution->unit)
            take_edit();
        else
            after.push_back(contribution);
    }
    while (edit != edits.end())
        take_edit();
    return Contributions(std::move(after));
}

void note_edits(Edits& edits, const CellsByMeasure& cells, const UnitId& unit, const UnitCells& own)
{
    for (const auto& [measure, contributions] : cells) {
        if (contributions.find(unit) != nullptr && !own.contains(measure))
            edits[measure][unit] = nullptr;
    }
    for (const auto& [measure, contribution] : own) {
        const auto* earlier = cells_in(cells, measure).find(unit);
        if (earlier == nullptr || **earlier != *contribution) edits[measure][unit] = contribution;
    }
}

void lay_over(const Edits& edits, CellsByMeasure& cells)
{
    for (const auto& [measure, own] : edits)
        cells[measure] = with_edits(cells_in(cells, measure), own);
}

/// The measures that are, or may be, what a formula names.
std::set<MeasureId> measures_named(const Plan& plan, const FormulaNeeds& needs)
{
    std::set<MeasureId> named;
    for (const auto& measure : plan.measures)
        for (const auto& of : needs.others)
            if (of.measure == measure.id || of.indicator == measure.indicator)
                named.insert(measure.id);
    return named;
}

/// What of a row is made of anything that was edited.
struct Touched {
    bool now = false;
    bool history = false;
};

/// Of a row with formulas over other measures and periods, either may be.
Touched
touched(const std::map<PeriodId, Edits>& edited, const HeldPeriod& held, const MeasureFigure& row)
{
    const auto needs = needs_of(row.indicator, held.figures.period.id);
    auto measures = measures_named(held.figures.plan, needs);
    measures.insert(row.measure.id);
    Touched found;
    for (const auto& [period, edits] : edited) {
        const bool is_any = std::ranges::any_of(measures, [&](const MeasureId& measure) {
            return edits.contains(measure);
        });
        const bool is_now = period == held.figures.period.id;
        found.now = found.now || (is_any && (is_now || !needs.periods.empty()));
        found.history = found.history || (is_any && !is_now);
    }
    return found;
}

} // namespace

std::size_t HeldPeriod::cells() const
{
    std::size_t count = 0;
    for (const auto& [period, cells] : cells_by_period)
        for (const auto& [measure, contributions] : cells)
            count += contributions.size();
    return count;
}

PlanCells HeldPeriod::plan_cells() const
{
    PlanCells cells(figures.plan, indicators, directory);
    for (const auto& [period, own] : cells_by_period)
        cells.add(period, own);
    return cells;
}

MeasureFigure HeldPeriod::row_by(const Measure& measure, const Indicator& entry) const
{
    return row_of(*this, measure, entry, plan_cells().answers(measure, entry, figures.period.id));
}

Result<HeldPeriod> read_period(Work& work, const PlanId& plan, const PeriodId& period)
{
    HeldPeriod held;
    held.figures.plan = TRY(plan_in_use(work, plan));
    held.figures.period = TRY(period_of(work, plan, period));
    held.indicators = library(work);
    held.directory = directory(work);
    held.tables = TRY(office_tables(work, plan, period));
    TRY(read_cells(work, held));
    for (const auto& measure : held.figures.plan.measures) {
        MeasureFigure row;
        row.measure = measure;
        if (const auto* indicator = held.indicators.find(measure.indicator))
            row.indicator = *indicator;
        compute_now(held, row);
        row.history = history_of(held, row);
        held.figures.rows.push_back(std::move(row));
    }
    return held;
}

Result<HeldPeriod> with_changed_reports(
    Work& work, const HeldPeriod& before, const std::set<std::pair<PeriodId, UnitId>>& reports
)
{
    auto held = before;
    std::map<PeriodId, Edits> edited;
    for (const auto& [period, unit] : reports) {
        const ReportOf of{held.figures.plan.id, period, unit};
        const auto newest = work.kept.submissions().newest(TRY(key_of(of)));
        const auto state = TRY(kept_state(work, of)).state;
        const auto own = newest ? cells_that_count(held, *newest, state.stage) : UnitCells{};
        note_edits(edited[period], held.cells_by_period[period], unit, own);
        if (period == held.figures.period.id && held.figures.period.units.contains(unit))
            put_report(held.reports, held_report(held.forms(), unit, state, newest));
    }
    for (const auto& [period, edits] : edited)
        lay_over(edits, held.cells_by_period[period]);
    for (auto& row : held.figures.rows) {
        const auto what = touched(edited, held, row);
        if (what.now) compute_now(held, row);
        if (what.history) row.history = history_of(held, row);
    }
    return held;
}

} // namespace tiendo::app
