#include "app/values/value_taking.hpp"

#include "app/org/directory.hpp"
#include "app/period/periods.hpp"
#include "app/plan/plans.hpp"
#include "app/report/draft_items.hpp"
#include "app/report/history.hpp"
#include "app/report/report_records.hpp"
#include "documents/exchange/data_values.hpp"

#include <algorithm>

namespace tiendo::app {
namespace {

std::map<MeasureId, TypedCell> typed_cells(const Answers& answers)
{
    std::map<MeasureId, TypedCell> cells;
    for (const auto& [measure, cell] : answers.cells)
        cells[measure] = typed_from(cell);
    return cells;
}

/// A report that takes nothing may still be told what it says already.
void close(TakenValues& taken, const Problem& problem)
{
    for (auto& result : taken.results) {
        if (result.outcome == ValueOutcome::ignored) continue;
        if (result.outcome != ValueOutcome::conflict) result.problem = problem;
        result.outcome = ValueOutcome::conflict;
    }
    taken.changes.clear();
}

std::vector<ValueResult> all_refused(const std::vector<DataValue>& values, const Error& error)
{
    std::vector<ValueResult> results;
    for (const auto& value : values)
        results.push_back({value, ValueOutcome::conflict, error.problems.front()});
    return results;
}

} // namespace

ReportOf report_named_in(const DataValue& value)
{
    return {
        PlanId(value.element.substr(0, value.element.find('/'))),
        PeriodId(value.period),
        UnitId(value.unit)
    };
}

ValueTaking::ValueTaking(Work& work, std::string file)
    : work_(work), file_(std::move(file)), units_(directory(work)), library_(library(work))
{
}

Result<std::vector<ValueResult>>
ValueTaking::take(const ReportOf& of, const std::vector<DataValue>& values, bool keep)
{
    const auto& named = values.front();
    if (plan_here(of.plan) == nullptr)
        return all_refused(
            values, refuse(Refusal::invalid, "values.unknown_element", {{"element", named.element}})
        );
    if (units_.find(of.unit) == nullptr)
        return all_refused(
            values, refuse(Refusal::invalid, "values.unknown_unit", {{"unit", named.unit}})
        );
    if (!parse_period(of.period))
        return all_refused(
            values, refuse(Refusal::invalid, "values.unknown_period", {{"period", named.period}})
        );
    const auto* period = period_here(of);
    auto taken =
        period == nullptr ? take_into_history(of, values) : take_into_draft(*period, of, values);
    if (!taken) return all_refused(values, taken.error());
    if (keep && !taken->changes.empty()) {
        if (period == nullptr)
            TRY(keep_history(of, *taken));
        else
            keep_draft(TRY(key_of(of)), *taken);
        record_taking(of, *taken);
    }
    return std::move(taken->results);
}

Result<bool> ValueTaking::is_open(const ReportOf& of)
{
    const auto* period = plan_here(of.plan) == nullptr ? nullptr : period_here(of);
    if (period == nullptr || period->state == PeriodState::locked) return false;
    if (!period->units.contains(of.unit)) return false;
    return is_open_for_entry(TRY(kept_state(work_, of)).state.stage);
}

ValueTaking::PlanHere* ValueTaking::plan_here(const PlanId& id)
{
    auto [place, is_new] = plans_.try_emplace(id);
    if (is_new) {
        auto plan = plan_in_use(work_, id);
        auto periods = periods_of(work_, id);
        if (plan && periods)
            place->second = PlanHere{std::move(plan).value(), std::move(periods).value(), {}};
    }
    return place->second ? &*place->second : nullptr;
}

const Form& ValueTaking::form_of(PlanHere& plan, const UnitId& unit)
{
    auto [place, is_new] = plan.forms.try_emplace(unit);
    if (is_new) place->second = design_form(plan.plan, library_, unit);
    return place->second;
}

const Period* ValueTaking::period_here(const ReportOf& of)
{
    const auto& periods = plan_here(of.plan)->periods;
    const auto found = std::ranges::find(periods, of.period, &Period::id);
    return found == periods.end() ? nullptr : &*found;
}

Result<std::optional<Answers>> ValueTaking::handed_in(const ReportOf& of)
{
    const auto newest = work_.kept.submissions().newest(TRY(key_of(of)));
    if (!newest) return std::optional<Answers>{};
    return std::optional(submission_from(*newest).answers);
}

Result<TakenValues> ValueTaking::take_into_draft(
    const Period& period, const ReportOf& of, const std::vector<DataValue>& values
)
{
    TRY(require(work_, Right::enter_report, of.unit));
    if (!period.units.contains(of.unit))
        return refuse(
            Refusal::invalid,
            "values.not_asked",
            {{"unit", of.unit.str()}, {"period", of.period.str()}}
        );
    const auto kind = period.closes_after_deadline() ? ValueKind::estimate : ValueKind::official;
    const auto& form = form_of(*plan_here(of.plan), of.unit);
    ValueGround ground{form, {}, file_, kind};
    const auto stage = TRY(kept_state(work_, of)).state.stage;
    const bool is_locked = period.state == PeriodState::locked;
    if (!is_locked && is_open_for_entry(stage)) {
        auto draft = TRY(draft_of(work_, of, form));
        revisions_ = std::move(draft.revisions);
        for (auto& [measure, cell] : draft.cells)
            ground.cells[measure] = std::move(cell.typed);
        return take_values(ground, values);
    }
    ground.cells = typed_cells(TRY(handed_in(of)).value_or(Answers{}));
    auto taken = take_values(ground, values);
    close(
        taken,
        is_locked ? Problem{"submission.period_locked"}
                  : Problem{"submission.not_open", {{"stage", name_of(stage)}}}
    );
    return taken;
}

Result<TakenValues>
ValueTaking::take_into_history(const ReportOf& of, const std::vector<DataValue>& values)
{
    TRY(require(work_, Right::review_reports, of.unit));
    ValueGround ground{form_of(*plan_here(of.plan), of.unit), {}, file_, ValueKind::official};
    ground.cells = typed_cells(TRY(handed_in(of)).value_or(Answers{}));
    return take_values(ground, values);
}

/// Whether the report is open for entry, and to whom, was asked when its draft was looked at.
void ValueTaking::keep_draft(const store::ReportKey& report, const TakenValues& taken)
{
    for (const auto& [measure, change] : taken.changes) {
        store::DraftItem item;
        item.report = report;
        item.item = "cell/" + measure.str();
        item.body = item_body(change.after);
        item.revision = revisions_[item.item];
        item.by = work_.actor.login;
        item.at = work_.now;
        ensure(work_.kept.drafts().put(item).saved, "the revision was read in this transaction");
    }
}

Result<Done> ValueTaking::keep_history(const ReportOf& of, const TakenValues& taken)
{
    auto answers = TRY(handed_in(of)).value_or(Answers{});
    for (const auto& [measure, change] : taken.changes)
        answers.cells[measure] = change.read;
    return take_over_history(work_, of, answers);
}

void ValueTaking::record_taking(const ReportOf& of, const TakenValues& taken)
{
    documents::ImportedValues told;
    told.file = file_;
    for (const auto& result : taken.results) {
        if (result.outcome == ValueOutcome::imported) ++told.imported;
        if (result.outcome == ValueOutcome::updated) ++told.updated;
    }
    for (const auto& [measure, change] : taken.changes)
        if (!change.before.typed.empty() || change.before.state != ValueState::value)
            told.replaced[measure.str()] = item_body(change.before);
    record(work_, "values.imported", {of.plan, of.period, of.unit, file_}, to_json(told));
}

} // namespace tiendo::app
