#include "app/quality/data_quality.hpp"

#include "app/figure/figures.hpp"
#include "app/org/directory.hpp"
#include "app/period/periods.hpp"
#include "app/plan/plans.hpp"
#include "app/report/report_records.hpp"
#include "base/text.hpp"
#include "documents/exchange/answers_json.hpp"

#include <algorithm>

namespace tiendo::app {
namespace {

constexpr int years_back = 5;
constexpr std::size_t reason_bytes_max = 2000; // docs/limits.md

Contribution contribution_of(const UnitId& unit, const Submission& submission, const Cell& cell)
{
    Contribution given;
    given.unit = unit;
    given.cell = cell;
    given.submission = submission.id;
    given.version = submission.version;
    return given;
}

Figure own_figure(const MeasureFigure& row, const UnitId& unit, const Submission& submission)
{
    const auto cell = submission.answers.cells.find(row.measure.id);
    if (cell == submission.answers.cells.end()) return {};
    return compute_for(
        row.measure, row.indicator, {contribution_of(unit, submission, cell->second)}, {unit}
    );
}

/// What one unit reports in `now`, and what it reported in the same period of the years before.
Result<std::vector<MeasureFigure>>
own_rows(Work& work, const UnitReport& report, const Submission& now)
{
    const auto& [plan, period, unit] = report.of;
    std::vector<MeasureFigure> rows;
    for (const auto& asked : report.form.rows) {
        MeasureFigure row;
        row.measure = asked.measure;
        row.indicator = asked.indicator;
        row.figure = own_figure(row, unit, now);
        rows.push_back(std::move(row));
    }
    auto year = period;
    for (int i = 0; i < years_back; ++i) {
        year = same_period_last_year(year);
        const auto kept = work.kept.submissions().newest(TRY(key_of({plan, year, unit})));
        if (!kept) continue;
        const auto submission = submission_from(*kept);
        for (auto& row : rows) {
            auto figure = own_figure(row, unit, submission);
            if (figure.state == FigureState::value) row.history[year] = std::move(figure);
        }
    }
    return rows;
}

/// What the actor's unit has handed in.
Result<std::vector<MeasureFigure>>
own_rows(Work& work, const PlanId& plan, const PeriodId& period, const UnitId& unit)
{
    const auto report = TRY(unit_report(work, {plan, period, unit}));
    if (!report.newest || !counts(report.state.stage)) return std::vector<MeasureFigure>{};
    return own_rows(work, report, *report.newest);
}

bool is_shorter(const PeriodId& part, const PeriodId& whole)
{
    const auto inner = parse_period(part);
    const auto outer = parse_period(whole);
    return inner && outer && inner->year == outer->year && inner->length < outer->length;
}

/// The units, and what they reported in shorter periods; of one unit alone where `only` names it.
Result<QuestionContext>
context_of(Work& work, const PlanId& plan, const PeriodId& period, const UnitId& only)
{
    QuestionContext context;
    context.units = directory(work);
    const auto number = TRY(number_of(plan));
    for (const auto& each : TRY(periods_of(work, plan))) {
        if (!is_shorter(each.id, period)) continue;
        for (const auto& record : work.kept.submissions().newest_of_period(number, each.id.str())) {
            const UnitId unit(record.report.unit);
            if (!only.empty() && unit != only) continue;
            if (!counts(TRY(kept_state(work, {plan, each.id, unit})).state.stage)) continue;
            const auto submission = submission_from(record);
            for (const auto& [measure, cell] : submission.answers.cells)
                context.shorter[measure][each.id].push_back(contribution_of(unit, submission, cell)
                );
        }
    }
    return context;
}

/// Whose figures the actor may not see are left out.
Result<QuestionContext> context_seen(Work& work, const PlanId& plan, const PeriodId& period)
{
    const bool sees_all = may(work.actor, Right::see_plan);
    return context_of(work, plan, period, sees_all ? UnitId{} : work.actor.unit);
}

Result<std::vector<MeasureFigure>> rows_seen(Work& work, const PlanId& plan, const PeriodId& period)
{
    if (may(work.actor, Right::see_plan)) return TRY(figures(work, plan, period)).rows;
    TRY(require(work, Right::see_report, work.actor.unit));
    return own_rows(work, plan, period, work.actor.unit);
}

std::vector<store::DataAnswer> answers_kept(Work& work, const PlanId& plan, const PeriodId& period)
{
    return work.kept.data_answers().of_period(number_of(plan).value(), period.str());
}

std::optional<GivenAnswer>
answer_to(Work& work, const DataQuestion& question, const std::vector<store::DataAnswer>& answers)
{
    std::optional<GivenAnswer> given;
    for (const auto& answer : answers)
        if (answer.question == question.id() && answer.about == question.about())
            given = GivenAnswer{answer.reason, person_named(work, answer.by), answer.at};
    return given;
}

} // namespace

Result<std::vector<AskedQuestion>>
data_questions(Work& work, const PlanId& plan, const PeriodId& period)
{
    const auto rows = TRY(rows_seen(work, plan, period));
    const auto answers = answers_kept(work, plan, period);
    std::vector<AskedQuestion> asked;
    const auto context = TRY(context_seen(work, plan, period));
    for (auto& question : tiendo::data_questions(rows, period, context)) {
        const auto row = std::ranges::find_if(rows, [&](const MeasureFigure& each) {
            return each.measure.id == question.measure;
        });
        AskedQuestion each;
        each.measure = row->measure;
        each.indicator = row->indicator;
        each.answer = answer_to(work, question, answers);
        each.may_answer = may(work.actor, Right::enter_report, question.unit);
        each.question = std::move(question);
        asked.push_back(std::move(each));
    }
    return asked;
}

Result<std::vector<DataQuestion>> questions_at_entry(Work& work, const UnitReport& report)
{
    TRY(require(work, Right::see_report, report.of.unit));
    Submission typed;
    typed.answers = report.draft.answers();
    const auto rows = TRY(own_rows(work, report, typed));
    const auto context = TRY(context_of(work, report.of.plan, report.of.period, report.of.unit));
    return tiendo::data_questions(rows, report.of.period, context);
}

Result<Done>
answer_question(Work& work, const PlanId& plan, const PeriodId& period, const NewAnswer& answer)
{
    const auto reason = squeeze(answer.reason);
    const auto rows = TRY(rows_seen(work, plan, period));
    const auto context = TRY(context_seen(work, plan, period));
    const auto questions = tiendo::data_questions(rows, period, context);
    const auto asked = std::ranges::find_if(questions, [&](const DataQuestion& question) {
        return question.id() == answer.question && question.about() == answer.about;
    });
    if (asked == questions.end()) return refuse(Refusal::conflict, "data_quality.gone");
    TRY(require(work, Right::enter_report, asked->unit));
    if (reason.empty())
        return refuse(Refusal::invalid, "data_quality.reason_missing", {}, "reason");
    if (reason.size() > reason_bytes_max)
        return refuse(Refusal::too_large, "data_quality.reason_too_long", {}, "reason");
    work.kept.data_answers().add(
        {.plan = TRY(number_of(plan)),
         .period = period.str(),
         .question = answer.question,
         .about = answer.about,
         .reason = reason,
         .by = work.actor.login,
         .at = work.now}
    );
    record(
        work,
        "data_question.answered",
        {plan, period, asked->unit, asked->measure.str()},
        documents::reason_json(reason)
    );
    return done;
}

} // namespace tiendo::app
