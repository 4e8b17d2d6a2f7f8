#include "app/figure/held_period.hpp"

#include "app/figure/counted_cells.hpp"
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

CellsByMeasure cells_of(Lists lists)
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

/// What counts in the period and where its reports stand, and the history of earlier years, which
/// were taken over as they were.
Result<Done> read_cells(Work& work, HeldPeriod& held)
{
    const auto& period = held.figures.period.id;
    const auto number = TRY(number_of(held.figures.plan.id));
    auto states = states_of(work, number, period.str());
    const auto forms = held.forms();
    Lists now;
    std::map<PeriodId, Lists> earlier;
    work.kept.submissions().each_newest_of_plan(number, [&](const auto& record) {
        if (record.report.period != period.str()) {
            take(earlier[PeriodId(record.report.period)], cells_taken_over(record));
            return;
        }
        const UnitId unit(record.report.unit);
        const auto& state = states[record.report.unit];
        if (counts(state.stage)) take(now, counted_cells(record, state.stage));
        if (held.figures.period.units.contains(unit))
            put_report(held.reports, held_report(forms, unit, state, record));
    });
    for (const auto& unit : held.figures.period.units)
        if (find_report(held.reports, unit) == nullptr)
            put_report(held.reports, held_report(forms, unit, states[unit.str()], std::nullopt));
    held.figures.contributions = cells_of(std::move(now));
    for (auto& [id, lists] : earlier)
        held.earlier.emplace(id, cells_of(std::move(lists)));
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
    for (const auto& [earlier, cells] : held.earlier) {
        const auto name = parse_period(earlier);
        if (!name || name->length != length || !(earlier < period)) continue;
        const auto& contributions = cells_in(cells, row.measure.id);
        if (contributions.empty()) continue;
        auto figure = compute(row.measure, row.indicator, contributions);
        if (figure.state == FigureState::value) history[earlier] = std::move(figure);
    }
    return history;
}

void compute_now(const HeldPeriod& held, MeasureFigure& row)
{
    const auto& [plan, period, rows, contributions] = held.figures;
    row.figure = compute(row.measure, row.indicator, cells_in(contributions, row.measure.id));
    row.judgement = judge_on_course(
        row.measure, row.indicator, row.figure, course_of(row.measure, plan, period)
    );
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

} // namespace

std::size_t HeldPeriod::cells() const
{
    std::size_t count = 0;
    for (const auto& [measure, contributions] : figures.contributions)
        count += contributions.size();
    for (const auto& [period, cells] : earlier)
        for (const auto& [measure, contributions] : cells)
            count += contributions.size();
    return count;
}

Result<HeldPeriod> read_period(Work& work, const PlanId& plan, const PeriodId& period)
{
    HeldPeriod held;
    held.figures.plan = TRY(plan_in_use(work, plan));
    held.figures.period = TRY(period_of(work, plan, period));
    held.indicators = library(work);
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
    Edits now;
    std::map<PeriodId, Edits> earlier;
    for (const auto& [period, unit] : reports) {
        const ReportOf of{held.figures.plan.id, period, unit};
        const auto newest = work.kept.submissions().newest(TRY(key_of(of)));
        if (period == held.figures.period.id) {
            const auto state = TRY(kept_state(work, of)).state;
            const auto own =
                newest && counts(state.stage) ? counted_cells(*newest, state.stage) : UnitCells{};
            note_edits(now, held.figures.contributions, unit, own);
            if (held.figures.period.units.contains(unit))
                put_report(held.reports, held_report(held.forms(), unit, state, newest));
        } else {
            const auto own = newest ? cells_taken_over(*newest) : UnitCells{};
            note_edits(earlier[period], held.earlier[period], unit, own);
        }
    }
    lay_over(now, held.figures.contributions);
    std::set<MeasureId> with_history;
    for (const auto& [period, edits] : earlier) {
        lay_over(edits, held.earlier[period]);
        for (const auto& [measure, own] : edits)
            with_history.insert(measure);
    }
    for (auto& row : held.figures.rows) {
        if (now.contains(row.measure.id)) compute_now(held, row);
        if (with_history.contains(row.measure.id)) row.history = history_of(held, row);
    }
    return held;
}

} // namespace tiendo::app
