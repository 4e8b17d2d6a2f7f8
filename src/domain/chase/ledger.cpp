#include "domain/chase/ledger.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <set>

namespace tiendo {
namespace {

bool takes_no_orders(const Unit& unit)
{
    return !unit.is_subordinate();
}

/// The first sentence says enough to know which duty is meant.
std::string title_of(const Duty& duty)
{
    if (duty.clauses.empty()) return {};
    const auto& clause = duty.clauses.front();
    const auto end = clause.find(". ");
    return end == std::string::npos ? clause : clause.substr(0, end + 1);
}

/// From the name that a form's completion gives the row: "3.2a", "task/3.4", "duty/7",
/// "activity/office_1".
OwedItem item_named(const std::string& name, const Form& form)
{
    const auto slash = name.find('/');
    const auto id = slash == std::string::npos ? name : name.substr(slash + 1);
    if (name.starts_with("task/")) {
        const auto found =
            std::ranges::find(form.tasks, id, [](const TaskRow& row) { return row.task.id; });
        return {ItemKind::task, id, found == form.tasks.end() ? std::string() : found->task.text};
    }
    if (name.starts_with("duty/")) {
        const auto found = std::ranges::find(form.duties, id, &Duty::id);
        return {ItemKind::duty, id, found == form.duties.end() ? std::string() : title_of(*found)};
    }
    if (name.starts_with("activity/")) {
        const auto found = std::ranges::find(form.activities, id, &ActivityTable::key);
        return {ItemKind::table, id, found == form.activities.end() ? std::string() : found->title};
    }
    const auto* row = form.row(MeasureId(id));
    if (row == nullptr) return {ItemKind::measure, id, {}};
    return {
        ItemKind::measure,
        id,
        row->indicator.name.empty() ? row->measure.title : row->indicator.name
    };
}

std::set<std::string> missing_in(const Form& form, const Answers& answers)
{
    auto missing = completion_of(form, answers).missing;
    return {missing.begin(), missing.end()};
}

ItemState state_of_answer(const Answers& answers, const OwedItem& item, bool window_has_closed)
{
    if (item.kind != ItemKind::measure) return ItemState::answered;
    const auto cell = answers.cells.find(MeasureId(item.number));
    const bool is_estimate = cell != answers.cells.end() &&
                             cell->second.state == ValueState::value &&
                             cell->second.kind == ValueKind::estimate;
    if (!is_estimate) return ItemState::answered;
    return window_has_closed ? ItemState::estimate_to_replace : ItemState::estimated;
}

Lateness lateness_at(Instant instant, Instant general, Instant own)
{
    if (instant <= general) return Lateness::in_time;
    return instant <= own ? Lateness::excused : Lateness::late;
}

/// Of a row that has not arrived.
ItemState state_without_answer(const UnitAnswers& unit, bool is_typed)
{
    if (!is_typed && takes_no_orders(unit.unit)) return ItemState::cooperating;
    if (counts(unit.state.stage)) return ItemState::empty_but_signed;
    if (!is_typed) return ItemState::missing;
    return unit.state.stage == Stage::returned ? ItemState::returned : ItemState::unsent;
}

std::vector<LedgerLine> lines_of(const UnitAnswers& unit, const Period& period, Instant now)
{
    const auto own = unit.state.own_deadline.value_or(period.deadline);
    const bool has_arrived = counts(unit.state.stage);
    const auto& answers = has_arrived ? unit.submitted : unit.draft;
    const auto missing = missing_in(unit.form, answers);
    const bool window_has_closed = period.window.to < local_time(now).day;

    std::vector<LedgerLine> lines;
    for (const auto& name : completion_of(unit.form, {}).missing) {
        LedgerLine line{item_named(name, unit.form)};
        const bool is_there = !missing.contains(name);
        const auto at = has_arrived && is_there ? unit.state.submitted_at.value_or(now) : now;
        line.lateness =
            takes_no_orders(unit.unit) ? Lateness::in_time : lateness_at(at, period.deadline, own);
        if (unit.state.stage == Stage::excluded || unit.state.stage == Stage::separate) {
            line.state =
                unit.state.stage == Stage::excluded ? ItemState::excluded : ItemState::separate;
            line.lateness = Lateness::in_time;
        } else if (has_arrived && is_there) {
            line.state = state_of_answer(answers, line.item, window_has_closed);
        } else {
            line.state = state_without_answer(unit, is_there);
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

} // namespace

std::vector<OwedItem> UnitDues::in_state(ItemState state) const
{
    std::vector<OwedItem> items;
    for (const auto& line : lines)
        if (line.state == state) items.push_back(line.item);
    return items;
}

std::vector<OwedItem> UnitDues::missing() const
{
    // What was typed or given back is there; the others are named, in the order of the form.
    std::vector<OwedItem> items;
    for (const auto& line : lines) {
        if (line.state == ItemState::missing || line.state == ItemState::empty_but_signed ||
            line.state == ItemState::cooperating)
            items.push_back(line.item);
    }
    return items;
}

bool UnitDues::is_signed_empty() const
{
    return counts(report.stage) && !lines.empty() &&
           std::ranges::all_of(lines, [](const LedgerLine& line) {
               return line.state == ItemState::empty_but_signed;
           });
}

UnitDues dues_of(const UnitAnswers& unit, const Period& period, Instant now)
{
    UnitDues dues;
    dues.unit = unit.unit;
    dues.report = unit.state;
    dues.deadline = unit.state.own_deadline.value_or(period.deadline);
    dues.lines = lines_of(unit, period, now);
    if (is_unsent(unit.state.stage)) dues.asked_from = unit.changed_at;
    auto counted = unit.state;
    if (dues.is_signed_empty()) counted.stage = Stage::drafting;
    dues.timing = timing_of(counted, period.deadline, now);
    dues.standing = standing_of(counted.stage, dues.timing, unit.unit.kind);
    return dues;
}

bool is_owed(ItemState state)
{
    switch (state) {
    case ItemState::estimate_to_replace:
    case ItemState::empty_but_signed:
    case ItemState::unsent:
    case ItemState::missing:
    case ItemState::returned:
    case ItemState::cooperating:
        return true;
    case ItemState::answered:
    case ItemState::estimated:
    case ItemState::separate:
    case ItemState::excluded:
        return false;
    }
    return false;
}

const char* name_of(ItemState state)
{
    switch (state) {
    case ItemState::answered:
        return "answered";
    case ItemState::estimated:
        return "estimated";
    case ItemState::estimate_to_replace:
        return "estimate_to_replace";
    case ItemState::empty_but_signed:
        return "empty_but_signed";
    case ItemState::unsent:
        return "unsent";
    case ItemState::missing:
        return "missing";
    case ItemState::returned:
        return "returned";
    case ItemState::cooperating:
        return "cooperating";
    case ItemState::separate:
        return "separate";
    case ItemState::excluded:
        return "excluded";
    }
    return "missing";
}

} // namespace tiendo
