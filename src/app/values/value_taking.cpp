#include "app/values/value_taking.hpp"

#include "app/report/draft_items.hpp"
#include "app/report/history.hpp"
#include "app/report/report_records.hpp"
#include "base/text.hpp"
#include "documents/exchange/data_values.hpp"

#include <algorithm>
#include <array>

namespace tiendo::app {
namespace {

/// The digits of a whole number that a count can be: most values are such.
std::optional<std::int64_t> plain_count(std::string_view text)
{
    constexpr std::size_t digits_max = 15;
    if (text.empty() || text.size() > digits_max) return std::nullopt;
    std::int64_t number = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        number = number * 10 + (c - '0');
    }
    return number;
}

constexpr std::size_t keys_max = 12; // twelve months are the most
constexpr std::int64_t no_number = -1;

/// Whether a cell's body is the pattern with these numbers, and any line behind them.
bool is_filled(
    std::string_view body, std::string_view pattern, std::span<const std::int64_t> numbers
)
{
    for (std::size_t i = 0; i <= numbers.size(); ++i) {
        const auto fixed = pattern.substr(0, pattern.find(store::BulkCells::hole));
        if (!body.starts_with(fixed)) return false;
        body.remove_prefix(fixed.size());
        pattern.remove_prefix(fixed.size() + 1);
        const auto digits = body.substr(0, body.find_first_not_of("0123456789"));
        if (i < numbers.size() && plain_count(digits) != numbers[i]) return false;
        body.remove_prefix(digits.size());
    }
    return body == pattern;
}

bool are_in_order(const AskedRow& row, std::span<const std::int64_t> numbers)
{
    const bool is_share = row.row().indicator.unit == "%";
    return std::ranges::all_of(row.ratios, [&](const auto& ratio) {
        const auto part = numbers[ratio.first];
        const auto whole = numbers[ratio.second];
        return whole > 0 && (!is_share || part <= whole);
    });
}

ReportFate all_refused(ReportOf of, std::size_t count, const Error& error)
{
    ReportFate fate{std::move(of), std::vector(count, ValueOutcome::conflict), {}, false};
    for (std::size_t i = 0; i < count; ++i)
        fate.problems[i] = error.problems.front();
    return fate;
}

bool was_there(const TypedCell& cell)
{
    return !cell.typed.empty() || cell.state != ValueState::value;
}

} // namespace

ValueTaking::ValueTaking(Work& work, KnownPlans& plans, How how)
    : work_(work), plans_(plans), how_(std::move(how))
{
    plans_.bring_up_to_date(work_);
}

Result<ReportFate> ValueTaking::take(const ValuePart& part, std::span<const SpooledValue> values)
{
    const auto& named = part.report(values.front());
    const ReportOf of{PlanId(named[0]), PeriodId(named[1]), UnitId(named[2])};
    auto found = ground_of(of, part, values.front());
    if (!found) return all_refused(of, values.size(), found.error());
    auto& ground = *found;
    sort_by_row(ground, part, values);
    const auto looked = ground.is_writable ? look_at_draft(ground) : look_at_submission(ground);
    if (!looked) return all_refused(of, values.size(), looked.error());

    Taken taken{
        {of, std::vector(values.size(), ValueOutcome::ignored), {}, ground.is_writable},
        store::BulkCells(ground.key, work_.actor.login, work_.now)
    };
    for (const auto place : unknown_) {
        const auto result = take_values({Form{}}, {part.value(values[place])}).results.front();
        taken.fate.outcomes[place] = result.outcome;
        taken.fate.problems[place] = result.problem;
    }
    for (const auto row : touched_)
        if (!take_plain(ground, row, part, values, taken))
            take_any(ground, row, part, values, taken);
    if (ground.period != nullptr && !ground.is_writable) {
        const bool is_locked = ground.period->state == PeriodState::locked;
        close(
            taken.fate,
            is_locked ? Problem{"submission.period_locked"}
                      : Problem{"submission.not_open", {{"stage", name_of(ground.stage)}}}
        );
        return std::move(taken.fate);
    }
    auto fate = taken.fate;
    if (how_.keep && taken.imported + taken.updated > 0) TRY(keep(ground, std::move(taken)));
    return fate;
}

Result<ValueTaking::Ground>
ValueTaking::ground_of(const ReportOf& of, const ValuePart& part, const SpooledValue& first)
{
    Ground ground;
    ground.plan = plans_.find(work_, of.plan);
    if (ground.plan == nullptr)
        return refuse(
            Refusal::invalid, "values.unknown_element", {{"element", part.value(first).element}}
        );
    if (plans_.units().find(of.unit) == nullptr)
        return refuse(Refusal::invalid, "values.unknown_unit", {{"unit", of.unit.str()}});
    if (!parse_period(of.period))
        return refuse(Refusal::invalid, "values.unknown_period", {{"period", of.period.str()}});
    ground.key = {ground.plan->number, of.period.str(), of.unit.str()};
    const auto& periods = ground.plan->periods;
    const auto found = std::ranges::find(periods, of.period, &Period::id);
    if (found == periods.end()) {
        TRY(require(work_, Right::review_reports, of.unit));
        return ground;
    }
    ground.period = &*found;
    TRY(require(work_, Right::enter_report, of.unit));
    if (!ground.period->units.contains(of.unit))
        return refuse(
            Refusal::invalid,
            "values.not_asked",
            {{"unit", of.unit.str()}, {"period", of.period.str()}}
        );
    if (ground.period->closes_after_deadline()) ground.kind = ValueKind::estimate;
    ground.stage = TRY(stage_of(of, ground.key));
    ground.is_writable =
        ground.period->state != PeriodState::locked && is_open_for_entry(ground.stage);
    return ground;
}

/// The cells that the values are for, as they stand in the draft.
Result<Done> ValueTaking::look_at_draft(Ground& ground)
{
    if (!may_have_draft(ground.key)) return done;
    for (auto& item : work_.kept.drafts().items(ground.key)) {
        if (!item.item.starts_with("cell/")) continue;
        const auto measure = item.item.substr(item.item.find('/') + 1);
        const auto row = ground.plan->by_measure.find(measure);
        if (row == ground.plan->by_measure.end() || by_row_[row->second].empty()) continue;
        ground.drafted[row->second] = std::move(item);
    }
    return done;
}

/// The cells as they were handed in.
Result<Done> ValueTaking::look_at_submission(Ground& ground)
{
    const auto newest = work_.kept.submissions().newest(ground.key);
    if (!newest) return done;
    for (const auto& [measure, cell] : submission_from(*newest).answers.cells)
        ground.handed_in[measure.str()] = typed_from(cell);
    return done;
}

Result<Stage> ValueTaking::stage_of(const ReportOf& of, const store::ReportKey& key)
{
    if (!how_.many) return TRY(kept_state(work_, of)).state.stage;
    const auto& stages = period_now(key).stages;
    const auto found = stages.find(key.unit);
    return found == stages.end() ? KeptState{}.state.stage : found->second;
}

bool ValueTaking::may_have_draft(const store::ReportKey& key)
{
    return !how_.many || period_now(key).with_draft.contains(key.unit);
}

ValueTaking::PeriodNow& ValueTaking::period_now(const store::ReportKey& key)
{
    auto [place, is_new] = periods_.try_emplace({key.plan, key.period});
    auto& now = place->second;
    if (!is_new) return now;
    for (const auto& record : work_.kept.reports().of_period(key.plan, key.period))
        now.stages[record.report.unit] = state_from(record).state.stage;
    for (const auto& progress : work_.kept.drafts().progress(key.plan, key.period))
        now.with_draft.insert(progress.unit);
    return now;
}

void ValueTaking::sort_by_row(
    Ground& ground, const ValuePart& part, std::span<const SpooledValue> values
)
{
    const auto& plan = *ground.plan;
    for (const auto row : touched_)
        if (row < by_row_.size()) by_row_[row].clear();
    touched_.clear();
    unknown_.clear();
    by_row_.resize(std::max(by_row_.size(), plan.rows.size()));
    const UnitId unit(ground.key.unit);
    std::vector<bool> supplies;
    for (const auto& suppliers : plan.suppliers)
        supplies.push_back(suppliers.contains(unit));
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto named = plans_.number_named(plan, part, values[i]);
        if (named.row == NamedNumber::no_row || !supplies[plan.rows[named.row].suppliers]) {
            unknown_.push_back(i);
            continue;
        }
        if (by_row_[named.row].empty()) touched_.push_back(named.row);
        by_row_[named.row].emplace_back(i, named.key);
    }
}

/// A cell with all of its numbers, once and right, where nothing stands yet or the same: as
/// take_any() would do.
bool ValueTaking::take_plain(
    Ground& ground,
    std::size_t row,
    const ValuePart& part,
    std::span<const SpooledValue> values,
    Taken& taken
)
{
    auto& asked = ground.plan->rows[row];
    const auto& places = by_row_[row];
    const auto count = asked.keys.size();
    if (!ground.is_writable || places.size() != count || count > keys_max) return false;
    const auto& first = values[places.front().first];
    const auto rest = plans_.rest_named(part, first);
    std::array<std::int64_t, keys_max> numbers{};
    numbers.fill(no_number);
    for (const auto& [place, key] : places) {
        const auto number = plain_count(values[place].text);
        if (values[place].rest != first.rest || !number || numbers[key] != no_number) return false;
        numbers[key] = *number;
    }
    if (!rest.is_plain || !are_in_order(asked, {numbers.data(), count})) return false;
    const auto& pattern = pattern_of(asked, rest.kind.value_or(ground.kind));
    if (pattern.empty()) return false;

    std::array<std::int64_t, keys_max + 1> fillings{};
    for (std::size_t i = 0; i < count; ++i)
        fillings[i] = numbers[asked.sorted[i]];
    fillings[count] = first.line;
    if (const auto before = ground.drafted.find(row); before != ground.drafted.end())
        return is_filled(before->second.body, pattern, {fillings.data(), count});
    if (how_.keep) taken.cells.add(asked.item, pattern, {fillings.data(), count + 1}, 1);
    for (const auto& [place, key] : places)
        taken.fate.outcomes[place] = ValueOutcome::imported;
    taken.imported += static_cast<int>(count);
    return true;
}

std::optional<TypedCell> ValueTaking::cell_now(const Ground& ground, std::size_t row)
{
    if (const auto found = ground.drafted.find(row); found != ground.drafted.end()) {
        auto cell = cell_from(found->second.body);
        ensure(cell.has_value(), "a draft's cell that was kept can be read");
        return std::move(*cell);
    }
    const auto found = ground.handed_in.find(ground.plan->rows[row].row().measure.id.str());
    if (found == ground.handed_in.end()) return std::nullopt;
    return found->second;
}

void ValueTaking::take_any(
    Ground& ground,
    std::size_t row,
    const ValuePart& part,
    std::span<const SpooledValue> values,
    Taken& taken
)
{
    const auto& asked = ground.plan->rows[row];
    const auto& measure = asked.row().measure.id;
    ValueGround cell{asked.form, {}, how_.file, ground.kind};
    if (auto before = cell_now(ground, row)) cell.cells[measure] = std::move(*before);
    std::vector<DataValue> own;
    for (const auto& [place, key] : by_row_[row])
        own.push_back(part.value(values[place]));
    auto told = take_values(cell, own);
    for (std::size_t i = 0; i < own.size(); ++i) {
        const auto place = by_row_[row][i].first;
        auto& result = told.results[i];
        taken.fate.outcomes[place] = result.outcome;
        if (result.outcome == ValueOutcome::conflict)
            taken.fate.problems[place] = std::move(result.problem);
        if (result.outcome == ValueOutcome::imported) ++taken.imported;
        if (result.outcome == ValueOutcome::updated) ++taken.updated;
    }
    const auto drafted = ground.drafted.find(row);
    const auto revision = drafted == ground.drafted.end() ? 0 : drafted->second.revision;
    for (auto& [id, change] : told.changes) {
        if (ground.is_writable && how_.keep)
            taken.cells.add(asked.item, item_body(change.after), {}, revision + 1);
        if (ground.period == nullptr || was_there(change.before))
            taken.changes[id] = std::move(change);
    }
}

/// Empty where the name of the file does not allow one.
const std::string& ValueTaking::pattern_of(AskedRow& row, ValueKind kind) const
{
    auto [place, is_new] = row.patterns.try_emplace(kind);
    if (!is_new) return place->second;
    const std::string hole(1, store::BulkCells::hole);
    TypedCell cell;
    cell.kind = kind;
    for (const auto& key : row.keys)
        cell.typed[key] = hole;
    cell.origin = how_.file + ":" + hole;
    auto body = replace_all(item_body(cell), "\\u001a", hole);
    const auto holes = static_cast<std::size_t>(std::ranges::count(body, hole.front()));
    if (holes == row.keys.size() + 1) place->second = std::move(body);
    return place->second;
}

/// A report that takes nothing may still be told what it says already.
void ValueTaking::close(ReportFate& fate, const Problem& problem)
{
    for (std::size_t i = 0; i < fate.outcomes.size(); ++i) {
        auto& outcome = fate.outcomes[i];
        if (outcome == ValueOutcome::ignored || outcome == ValueOutcome::conflict) continue;
        outcome = ValueOutcome::conflict;
        fate.problems[i] = problem;
    }
}

Result<Done> ValueTaking::keep(const Ground& ground, Taken taken)
{
    const auto& of = taken.fate.of;
    documents::ImportedValues told{how_.file, taken.imported, taken.updated, {}};
    for (const auto& [measure, change] : taken.changes)
        if (was_there(change.before)) told.replaced[measure.str()] = item_body(change.before);
    if (ground.period == nullptr) {
        Answers answers;
        if (const auto newest = work_.kept.submissions().newest(ground.key))
            answers = submission_from(*newest).answers;
        for (const auto& [measure, change] : taken.changes)
            answers.cells[measure] = change.read;
        TRY(take_over_history(work_, of, answers));
    } else {
        cells_.push_back(std::move(taken.cells));
    }
    lines_.push_back(
        {.at = work_.now,
         .by = work_.actor.login,
         .unit = ground.key.unit,
         .plan = ground.key.plan,
         .period = ground.key.period,
         .verb = "values.imported",
         .subject = how_.file,
         .detail = to_json(told)}
    );
    return done;
}

void ValueTaking::keep_all()
{
    work_.kept.drafts().put_all(cells_);
    work_.kept.journal().append_all(lines_);
}

} // namespace tiendo::app
