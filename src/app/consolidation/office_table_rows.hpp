#pragma once

#include "app/work.hpp"
#include "domain/report/office_rows.hpp"

#include <string>

namespace tiendo::app {

/// All rows of one of the office's tables that count, with their sums. Needs Right::see_plan.
struct OfficeTableRows {
    OfficeRows rows{};
    ReportMaterial material{};
};
Result<OfficeTableRows>
office_table_rows(Work& work, const PlanId& plan, const PeriodId& period, const std::string& key);

/// The same as .xlsx.
Result<std::string> office_table_workbook(
    Work& work, const PlanId& plan, const PeriodId& period, const std::string& key
);

} // namespace tiendo::app
