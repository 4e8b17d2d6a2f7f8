#pragma once

#include "app/admin/journal.hpp"
#include "app/figure/analytics.hpp"
#include "app/report/reports.hpp"
#include "app/work.hpp"

#include <string>

/// What programs read under /api/v1, each as the text of its JSON; data/openapi.json describes
/// them. Hours are written with their offset ("2023-12-08T17:00:00+07:00"), reported numbers as
/// exact texts; what is not known is null.
namespace tiendo::app {

/// All plans, the newest first. For any account.
Result<std::string> plans_resource(Work& work);
/// The document as read, as Plan JSON. For any account.
Result<std::string> plan_resource(Work& work, const PlanId& plan);
/// The findings with what was decided about each. Needs Right::see_plan.
Result<std::string> findings_resource(Work& work, const PlanId& plan);
/// Needs Right::see_plan.
Result<std::string> periods_resource(Work& work, const PlanId& plan);

/// Where the report of each unit of the period stands. Needs Right::see_plan.
Result<std::string> reports_resource(Work& work, const PlanId& plan, const PeriodId& period);
/// Where one unit's report stands. Needs Right::see_report for the unit.
Result<std::string> report_resource(Work& work, const ReportOf& of);
/// Every version that was handed in, whole, the newest first. Needs Right::see_report for the unit.
Result<std::string> submissions_resource(Work& work, const ReportOf& of);

std::string receipt_resource(const Receipt& receipt);

/// In DHIS2's shape, with what that has no word for in keys of their own: how far up to date, and
/// by row the coverage.
std::string analytics_resource(const Analytics& found);

/// One page, the newest first. Needs Right::see_journal.
Result<std::string> journal_resource(Work& work, const JournalFilter& filter);

} // namespace tiendo::app
