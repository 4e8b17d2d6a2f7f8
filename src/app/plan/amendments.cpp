#include "app/plan/amendments.hpp"

#include "app/period/periods.hpp"
#include "app/plan/plans.hpp"
#include "app/report/reports.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <set>

namespace tiendo::app {
namespace {

std::string setting_of(const PlanId& newer)
{
    return "plan/" + newer.str() + "/amends";
}

/// "Kế hoạch số 12/KH-UBND ngày 05/6/2023": what changes rest on from then on.
std::string ground_of(const PlanReading& newer)
{
    const auto& head = newer.document;
    auto ground = head.title;
    if (!head.number.empty()) ground = "số " + head.number + "/" + head.symbol;
    if (head.date) ground += " ngày " + vietnamese_date(*head.date);
    return ground;
}

Result<std::vector<TouchedReport>>
touched_reports(Work& work, const PlanId& plan, const std::vector<Amendment>& amendments)
{
    std::set<UnitId> units;
    for (const auto& amendment : amendments)
        units.insert(amendment.units.begin(), amendment.units.end());
    std::vector<TouchedReport> touched;
    for (const auto& period : TRY(periods_of(work, plan))) {
        if (period.state != PeriodState::open) continue;
        for (const auto& line : TRY(report_lines(work, plan, period.id)))
            if (units.contains(line.unit))
                touched.push_back({period.id, line.unit, line.state.stage});
    }
    return touched;
}

} // namespace

Result<Done> set_amended_plan(Work& work, const PlanId& newer, const PlanId& plan)
{
    TRY(require(work, Right::edit_plan));
    TRY(plan_summary(work, newer));
    const auto setting = setting_of(newer);
    if (plan.str().empty()) {
        work.kept.settings().remove(setting);
    } else {
        if (plan == newer) return refuse(Refusal::invalid, "amendment.of_itself", {}, "amended");
        TRY(plan_summary(work, plan));
        work.kept.settings().put(setting, plan.str());
    }
    record(work, "plan.amends", {newer, {}, {}, plan.str()});
    return done;
}

Result<std::optional<AmendedPlan>> amended_plan(Work& work, const PlanId& newer)
{
    TRY(require(work, Right::see_plan));
    const auto reading = TRY(plan_reading(work, newer));
    const auto amended = work.kept.settings().find(setting_of(newer));
    if (!amended) return std::optional<AmendedPlan>{};
    AmendedPlan view;
    view.plan = PlanId(*amended);
    const auto plan = TRY(plan_in_use(work, view.plan));
    view.title = plan.head.title;
    view.amendments = amendments_of(plan, reading, ground_of(reading));
    view.touched = TRY(touched_reports(work, view.plan, view.amendments));
    return std::optional(std::move(view));
}

Result<Done> take_over(
    Work& work, const PlanId& newer, const std::vector<std::string>& keys, const std::string& reason
)
{
    TRY(require(work, Right::edit_plan));
    const auto view = TRY(amended_plan(work, newer));
    if (!view) return refuse(Refusal::not_found, "amendment.none");
    if (keys.empty()) return refuse(Refusal::invalid, "amendment.choose", {}, "choice");
    if (squeeze(reason).empty())
        return refuse(Refusal::invalid, "amendment.reason_missing", {}, "reason");
    std::vector<NewChange> changes;
    for (const auto& key : keys) {
        const auto found = std::ranges::find(view->amendments, key, &Amendment::key);
        if (found == view->amendments.end() || found->settings.empty())
            return refuse(Refusal::conflict, "amendment.gone", {{"key", key}});
        for (const auto& setting : found->settings)
            changes.push_back({setting.path, setting.value, reason, {}});
    }
    TRY(change_plan(work, view->plan, changes));
    record(work, "plan.amended", {view->plan, {}, {}, newer.str()});
    return done;
}

} // namespace tiendo::app
