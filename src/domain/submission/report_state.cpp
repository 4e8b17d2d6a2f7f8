#include "domain/submission/report_state.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>

namespace tiendo {
namespace {

constexpr int soon_days = 5; // "Sắp đến hạn": at most five days

constexpr std::array<std::pair<Stage, const char*>, 9> names{{
    {Stage::drafting, "drafting"},
    {Stage::awaiting_leader, "awaiting_leader"},
    {Stage::submitted, "submitted"},
    {Stage::accepted, "accepted"},
    {Stage::returned, "returned"},
    {Stage::withdrawn, "withdrawn"},
    {Stage::excluded, "excluded"},
    {Stage::separate, "separate"},
    {Stage::locked, "locked"},
}};

/// The state in its next stage, where the present one is among those allowed.
Result<ReportState>
step(const ReportState& state, std::initializer_list<Stage> from, Stage to, const char* refusal)
{
    if (std::ranges::find(from, state.stage) == from.end()) {
        return refuse(Refusal::conflict, refusal, {{"stage", name_of(state.stage)}});
    }
    auto next = state;
    next.stage = to;
    if (to != Stage::awaiting_leader) next.presented.reset();
    return next;
}

Stage presented_from(const ReportState& state)
{
    return state.presented ? state.presented->from : Stage::drafting;
}

Result<ReportState> step_with_reason(Result<ReportState> next, const std::string& reason)
{
    if (!next) return next;
    if (squeeze(reason).empty())
        return refuse(Refusal::invalid, "submission.reason_missing", {}, "reason");
    next->reason = squeeze(reason);
    return next;
}

} // namespace

Result<ReportState> submit(const ReportState& state, Instant now)
{
    auto next = step(
        state,
        {Stage::drafting, Stage::returned, Stage::withdrawn, Stage::awaiting_leader},
        Stage::submitted,
        "submission.not_open"
    );
    if (!next) return next;
    ++next->version;
    const auto from = state.stage == Stage::awaiting_leader ? presented_from(state) : state.stage;
    // A returned report that was first sent in time stays in time when it comes back.
    if (!next->submitted_at || from == Stage::withdrawn) next->submitted_at = now;
    next->reason.clear();
    next->leader_reason.clear();
    return next;
}

Result<ReportState> present_to_leader(const ReportState& state, Presented presented)
{
    auto next = step(
        state,
        {Stage::drafting, Stage::returned, Stage::withdrawn},
        Stage::awaiting_leader,
        "submission.not_open"
    );
    if (!next) return next;
    presented.from = state.stage;
    next->presented = std::move(presented);
    next->leader_reason.clear();
    return next;
}

Result<ReportState> take_back(const ReportState& state)
{
    return step(
        state, {Stage::awaiting_leader}, presented_from(state), "submission.not_with_leader"
    );
}

Result<ReportState> give_back_to_entry(const ReportState& state, const std::string& reason)
{
    auto next = take_back(state);
    if (!next) return next;
    next->leader_reason = squeeze(reason);
    if (next->leader_reason.empty())
        return refuse(Refusal::invalid, "submission.reason_missing", {}, "reason");
    return next;
}

Result<ReportState> withdraw(const ReportState& state)
{
    return step(state, {Stage::submitted}, Stage::withdrawn, "submission.not_withdrawable");
}

Result<ReportState> accept(const ReportState& state)
{
    return step(state, {Stage::submitted}, Stage::accepted, "submission.not_submitted");
}

Result<ReportState> give_back(const ReportState& state, const std::string& reason)
{
    return step_with_reason(
        step(
            state, {Stage::submitted, Stage::accepted}, Stage::returned, "submission.not_submitted"
        ),
        reason
    );
}

Result<ReportState> reopen(const ReportState& state, const std::string& reason)
{
    return step_with_reason(
        step(
            state,
            {Stage::accepted, Stage::locked, Stage::excluded, Stage::separate},
            state.version > 0 ? Stage::returned : Stage::drafting,
            "submission.not_closed"
        ),
        reason
    );
}

Result<ReportState> exclude(const ReportState& state, const std::string& reason)
{
    return step_with_reason(
        step(
            state,
            {Stage::drafting, Stage::returned, Stage::withdrawn, Stage::awaiting_leader},
            Stage::excluded,
            "submission.not_open"
        ),
        reason
    );
}

Result<ReportState> take_separately(const ReportState& state, const std::string& reason)
{
    return step_with_reason(
        step(
            state,
            {Stage::drafting, Stage::returned, Stage::withdrawn, Stage::awaiting_leader},
            Stage::separate,
            "submission.not_open"
        ),
        reason
    );
}

Result<ReportState> lock(const ReportState& state)
{
    return step(state, {Stage::accepted}, Stage::locked, "submission.not_accepted");
}

Result<ReportState> extend(const ReportState& state, Instant deadline, const std::string& reason)
{
    auto next = step_with_reason(
        step(
            state,
            {Stage::drafting, Stage::returned, Stage::withdrawn, Stage::awaiting_leader},
            state.stage,
            "submission.not_open"
        ),
        reason
    );
    if (next) next->own_deadline = deadline;
    return next;
}

bool is_open_for_entry(Stage stage)
{
    return stage == Stage::drafting || stage == Stage::returned || stage == Stage::withdrawn;
}

bool is_unsent(Stage stage)
{
    return is_open_for_entry(stage) || stage == Stage::awaiting_leader;
}

bool counts(Stage stage)
{
    return stage == Stage::submitted || stage == Stage::accepted || stage == Stage::locked;
}

bool has_reported(Stage stage)
{
    return counts(stage) || stage == Stage::separate || stage == Stage::excluded;
}

Timing timing_of(const ReportState& state, Instant general_deadline, Instant now)
{
    const auto deadline = state.own_deadline.value_or(general_deadline);
    const auto due_day = local_time(deadline).day;
    if (has_reported(state.stage)) {
        if (!state.submitted_at || *state.submitted_at <= deadline) return {Timeliness::on_time, 0};
        return {
            Timeliness::late,
            std::max(1, days_between(due_day, local_time(*state.submitted_at).day))
        };
    }
    const int days = days_between(local_time(now).day, due_day);
    if (now > deadline) return {Timeliness::overdue, std::max(1, -days)};
    if (days == 0) return {Timeliness::due_today, 0};
    return {days <= soon_days ? Timeliness::due_soon : Timeliness::not_due, days};
}

const char* name_of(Stage stage)
{
    return std::ranges::find(names, stage, [](const auto& entry) { return entry.first; })->second;
}

std::optional<Stage> stage_named(const std::string& name)
{
    const auto found =
        std::ranges::find_if(names, [&](const auto& entry) { return name == entry.second; });
    if (found == names.end()) return std::nullopt;
    return found->first;
}

} // namespace tiendo
