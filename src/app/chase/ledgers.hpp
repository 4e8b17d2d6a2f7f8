#pragma once

#include "app/report/reports.hpp"
#include "domain/chase/ledger.hpp"
#include "domain/chase/notice_text.hpp"

namespace tiendo::app {

/// Who owes what in a period. Needs Right::see_plan.
Result<Ledger> ledger(Work& work, const PlanId& plan, const PeriodId& period);

/// What one unit owes. Needs Right::see_report for it.
Result<UnitDues> dues_of_report(Work& work, const ReportOf& of);

/// What every notice of the period says: the plan, the office that asks, whom to call there.
Result<NoticeFacts> notice_facts(Work& work, const PlanId& plan, const PeriodId& period);

} // namespace tiendo::app
