#pragma once

#include "app/report/reports.hpp"

#include <vector>

namespace tiendo::app {

/// By this rung the outbox knows a mail that carries the unit's workbook.
inline constexpr std::string_view workbook_rung = "workbook";

struct WorkbooksMailed {
    std::vector<UnitId> mailed{};
    std::vector<UnitId> without_address{};
};

/// The workbook of each unit whose report is still awaited goes to its contact by mail, once a day;
/// it is written when the mail leaves, with what the unit has typed by then. Refused where no mail
/// leaves. Needs Right::review_reports.
Result<WorkbooksMailed> mail_workbooks(Work& work, const PlanId& plan, const PeriodId& period);

} // namespace tiendo::app
