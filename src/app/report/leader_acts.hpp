#pragma once

#include "app/report/reports.hpp"
#include "domain/submission/leader_step.hpp"

#include <string>
#include <vector>

namespace tiendo::app {

/// How the actor's report of that unit leaves the unit. Needs Right::enter_report for it.
Result<WayOut> way_out_of(Work& work, const Plan& plan, const ReportOf& of);

/// The draft goes to the unit's own leader and waits, read-only. Refuses what handing in would
/// refuse. Needs Right::enter_report.
Result<Done> present_report(Work& work, const ReportOf& of, const std::string& incomplete_reason);
/// Back into the hands of who typed it, while the leader has not decided. The unit's own act.
Result<Done> take_back_report(Work& work, const ReportOf& of);

/// The leader's decision; handing in is the approval, and twice with one key is once. Both need
/// Right::approve_entry.
Result<Receipt> approve_entry(Work& work, const ReportOf& of, const Handing& handing);
Result<Done> give_back_entry(Work& work, const ReportOf& of, const std::string& reason);

/// The plan's setting, and who could not take the step.
struct LeaderStepSetting {
    LeaderStep step{};
    std::vector<UnitId> without_leader{}; ///< units of the plan's newest period
};
/// Needs Right::see_plan; changing it Right::edit_plan.
Result<LeaderStepSetting> leader_step_setting(Work& work, const PlanId& plan);
Result<Done> change_leader_step(Work& work, const PlanId& plan, const LeaderStep& step);

} // namespace tiendo::app
