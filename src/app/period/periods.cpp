#include "app/period/periods.hpp"

#include "app/figure/live_figures.hpp"
#include "app/org/directory.hpp"
#include "app/org/holidays.hpp"
#include "app/plan/plans.hpp"
#include "base/text.hpp"
#include "documents/exchange/period_json.hpp"
#include "domain/form/form.hpp"

#include <algorithm>

namespace tiendo::app {
namespace {

Result<store::PeriodRecord> record_of(Work& work, const PlanId& plan, const PeriodId& id)
{
    TRY(require(work, Right::signed_in));
    return work.kept.periods().get(TRY(number_of(plan)), id.str());
}

Result<Done> keep(Work& work, store::PeriodRecord record, const Period& period)
{
    record.id = period.id.str();
    record.body = documents::to_json(period);
    record.state = period.state == PeriodState::open ? "open" : "locked";
    TRY(work.kept.periods().put(record));
    return done;
}

/// Everything that keeps a period from being opened, each with the place where it is settled.
Result<Done> require_ready(const Plan& plan)
{
    Error error{Refusal::conflict, {}};
    for (const auto& finding : plan.findings) {
        if (!finding.blocking || finding.decision) continue;
        error.problems.push_back(
            {"period.finding_undecided",
             {{"message", finding.finding.message}},
             "finding/" + finding.key}
        );
    }
    for (const auto& question : open_questions(plan)) {
        if (question.blocking) {
            error.problems.push_back({question.key, {{"subject", question.subject}}, question.place}
            );
        }
    }
    if (!error.problems.empty()) return error;
    return done;
}

Result<Done> require_sound(const Period& period)
{
    if (!parse_period(period.id))
        return refuse(
            Refusal::invalid, "period.id_not_understood", {{"id", period.id.str()}}, "id"
        );
    if (period.window.to < period.window.from)
        return refuse(Refusal::invalid, "period.window_reversed", {}, "window_to");
    if (period.units.empty()) return refuse(Refusal::invalid, "period.no_units", {}, "units");
    return done;
}

} // namespace

Result<PeriodProposal>
propose(Work& work, const PlanId& plan_id, const PeriodId& id, ReportingCalendar calendar)
{
    if (!parse_period(id))
        return refuse(Refusal::invalid, "period.id_not_understood", {{"id", id.str()}}, "id");
    const auto plan = TRY(plan_in_use(work, plan_id));
    auto proposal = propose_period(id, plan.reports, working_days(work), calendar);
    proposal.period.units = reporting_units(plan, directory(work), proposal.period.window.to);
    return proposal;
}

Result<Done> open_period(Work& work, const PlanId& plan_id, const Period& period)
{
    TRY(require(work, Right::edit_plan));
    TRY(require_sound(period));
    const auto plan = TRY(plan_in_use(work, plan_id));
    TRY(require_ready(plan));
    const auto number = TRY(number_of(plan_id));
    for (const auto& existing : TRY(periods_of(work, plan_id))) {
        if (existing.id == period.id)
            return refuse(Refusal::conflict, "period.exists", {{"id", period.id.str()}}, "id");
    }
    store::PeriodRecord record;
    record.plan = number;
    TRY(keep(work, record, period));
    if (TRY(plan_summary(work, plan_id)).stage == PlanStage::under_review) {
        TRY(set_plan_stage(work, plan_id, PlanStage::running));
    }
    tiendo::app::record(work, "period.opened", {plan_id, period.id, {}, {}});
    return done;
}

Result<Done>
change_period(Work& work, const PlanId& plan, const Period& period, const std::string& reason)
{
    TRY(require(work, Right::edit_plan));
    TRY(require_sound(period));
    if (squeeze(reason).empty())
        return refuse(Refusal::invalid, "period.reason_missing", {}, "reason");
    auto record = TRY(record_of(work, plan, period.id));
    TRY(keep(work, record, period));
    tiendo::app::record(work, "period.changed", {plan, period.id, {}, {}});
    return done;
}

namespace {

Result<Done> set_state(Work& work, const PlanId& plan, const PeriodId& id, PeriodState state)
{
    TRY(require(work, Right::edit_plan));
    auto record = TRY(record_of(work, plan, id));
    auto period = TRY(documents::parse_period_body(record.body));
    if (period.state == state) return refuse(Refusal::conflict, "period.already_so");
    period.state = state;
    TRY(keep(work, record, period));
    tiendo::app::record(
        work, state == PeriodState::locked ? "period.locked" : "period.unlocked", {plan, id, {}, {}}
    );
    return done;
}

} // namespace

Result<Done> lock_period(Work& work, const PlanId& plan, const PeriodId& id)
{
    return set_state(work, plan, id, PeriodState::locked);
}

Result<Done>
unlock_period(Work& work, const PlanId& plan, const PeriodId& id, const std::string& reason)
{
    if (squeeze(reason).empty())
        return refuse(Refusal::invalid, "period.reason_missing", {}, "reason");
    return set_state(work, plan, id, PeriodState::open);
}

std::vector<PeriodId> periods_named(const Work& work, std::string_view text)
{
    auto meant = relative_periods(text, local_time(work.now).day, ReportingCalendar::decree);
    if (meant.empty()) meant.emplace_back(std::string(text));
    return meant;
}

PeriodId period_named(const Work& work, std::string_view text)
{
    auto meant = periods_named(work, text);
    return meant.size() == 1 ? std::move(meant.front()) : PeriodId(std::string(text));
}

Result<Period> period_of(Work& work, const PlanId& plan, const PeriodId& id)
{
    TRY(require(work, Right::signed_in));
    const auto read = [&]() -> Result<Period> {
        return documents::parse_period_body(TRY(record_of(work, plan, id)).body);
    };
    return work.live == nullptr ? read() : work.live->plans().period(work, plan, id, read);
}

Result<std::vector<Period>> periods_of(Work& work, const PlanId& plan)
{
    TRY(require(work, Right::signed_in));
    std::vector<Period> periods;
    for (const auto& record : work.kept.periods().of_plan(TRY(number_of(plan)))) {
        periods.push_back(TRY(documents::parse_period_body(record.body)));
    }
    return periods;
}

Result<Period> period_to_show(Work& work, const PlanId& plan)
{
    auto periods = TRY(periods_of(work, plan));
    if (periods.empty()) return refuse(Refusal::not_found, "period.none_yet");
    return std::move(periods.back());
}

} // namespace tiendo::app
