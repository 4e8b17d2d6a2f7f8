#include "app/report/leader_acts.hpp"

#include "app/admin/account_records.hpp"
#include "app/chase/inner_notices.hpp"
#include "app/period/periods.hpp"
#include "app/plan/plans.hpp"
#include "app/report/handing_in.hpp"
#include "app/report/report_records.hpp"
#include "base/text.hpp"
#include "documents/exchange/answers_json.hpp"

#include <set>

namespace tiendo::app {
namespace {

/// The units whose leader has an account that can be used.
std::set<UnitId> units_with_leader(Work& work)
{
    std::set<UnitId> units;
    std::set<std::string> active;
    for (const auto& record : work.kept.accounts().all()) {
        if (record.disabled) continue;
        active.insert(record.login);
        const auto person = actor_of(record);
        if (person.has(Role::unit_leader)) units.insert(person.unit);
    }
    for (const auto& position : work.kept.accounts().positions())
        if (active.contains(position.login) && roles_in(position.roles).contains(Role::unit_leader))
            units.insert(UnitId(position.unit));
    return units;
}

/// One step inside the unit: the pure step, kept and written into the journal with its reason.
template <class Step>
Result<Done> take_inner_step(Work& work, const ReportOf& of, std::string_view verb, Step&& step)
{
    TRY(require_unlocked(work, of));
    const auto before = TRY(kept_state(work, of));
    const auto after = TRY(step(before.state));
    TRY(keep_state(work, of, before, after));
    record(
        work, verb, {of.plan, of.period, of.unit, {}}, documents::reason_json(after.leader_reason)
    );
    return done;
}

} // namespace

Result<WayOut> way_out_of(Work& work, const Plan& plan, const ReportOf& of)
{
    TRY(require(work, Right::enter_report, of.unit));
    const auto step = leader_step_of(plan);
    if (!step.is_on) return WayOut::hand_in;
    return way_out(
        step,
        {work.actor.unit == of.unit,
         may(work.actor, Right::approve_entry, of.unit),
         units_with_leader(work).contains(of.unit)}
    );
}

Result<Done> present_report(Work& work, const ReportOf& of, const std::string& incomplete_reason)
{
    const auto plan = TRY(plan_in_use(work, of.plan));
    if (TRY(way_out_of(work, plan, of)) != WayOut::to_leader)
        return refuse(Refusal::conflict, "submission.no_leader_step");
    const auto report = TRY(unit_report(work, of));
    if (is_open_for_entry(report.state.stage)) TRY(require_complete(report, incomplete_reason));
    const Presented presented{
        report.state.stage, work.actor.login, work.now, squeeze(incomplete_reason)
    };
    TRY(take_inner_step(work, of, "report.presented", [&](const ReportState& state) {
        return present_to_leader(state, presented);
    }));
    return tell_leaders(work, of);
}

Result<Done> take_back_report(Work& work, const ReportOf& of)
{
    TRY(require(work, Right::enter_report, of.unit));
    // The office may type for a unit, but what a unit settles among its own people is theirs.
    if (work.actor.unit != of.unit) return refuse(Refusal::forbidden, "access.forbidden");
    return take_inner_step(work, of, "report.taken_back", take_back);
}

Result<Receipt> approve_entry(Work& work, const ReportOf& of, const Handing& handing)
{
    TRY(require(work, Right::approve_entry, of.unit));
    if (const auto earlier = TRY(earlier_receipt(work, of, handing.idempotency_key)))
        return *earlier;
    TRY(require_unlocked(work, of));
    const auto report = TRY(unit_report(work, of));
    if (report.state.stage != Stage::awaiting_leader)
        return refuse(Refusal::conflict, "submission.not_with_leader");
    auto approved = handing;
    approved.incomplete_reason =
        report.state.presented ? report.state.presented->incomplete_reason : std::string{};
    TRY(require_complete(report, approved.incomplete_reason));
    return append_version(work, report, approved);
}

Result<Done> give_back_entry(Work& work, const ReportOf& of, const std::string& reason)
{
    TRY(require(work, Right::approve_entry, of.unit));
    const auto before = TRY(kept_state(work, of));
    TRY(take_inner_step(work, of, "report.given_back", [&](const ReportState& state) {
        return give_back_to_entry(state, reason);
    }));
    if (!before.state.presented) return done;
    return tell_who_presented(work, of, before.state.presented->by);
}

Result<LeaderStepSetting> leader_step_setting(Work& work, const PlanId& plan)
{
    TRY(require(work, Right::see_plan));
    LeaderStepSetting setting;
    setting.step = leader_step_of(TRY(plan_in_use(work, plan)));
    if (TRY(periods_of(work, plan)).empty()) return setting;
    const auto led = units_with_leader(work);
    const auto period = TRY(period_to_show(work, plan));
    for (const auto& unit : period.units)
        if (!led.contains(unit)) setting.without_leader.push_back(unit);
    return setting;
}

Result<Done> change_leader_step(Work& work, const PlanId& plan, const LeaderStep& step)
{
    return change_plan(
        work,
        plan,
        {{"workflow/leader_step", step.is_on ? "on" : "off", {}, {}},
         {"workflow/without_leader", step.waits_without_leader ? "wait" : "submit", {}, {}}}
    );
}

} // namespace tiendo::app
