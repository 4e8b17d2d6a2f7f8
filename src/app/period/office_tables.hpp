#pragma once

#include "app/work.hpp"
#include "domain/form/office_table.hpp"

#include <set>
#include <string>
#include <vector>

namespace tiendo::app {

/// What the office asks in this period beyond the plan, in the order in which it was made.
Result<std::vector<OfficeTable>>
office_tables(Work& work, const PlanId& plan, const PeriodId& period);

struct KeptOfficeTable {
    OfficeTable table{};
    std::int64_t revision = 0;
    std::set<UnitId> typed_by{}; ///< whose draft or report has rows of it
};
/// Needs Right::see_plan.
Result<KeptOfficeTable>
office_table(Work& work, const PlanId& plan, const PeriodId& period, const std::string& key);

/// A new table where it has no key yet; answers its key. Once somebody has typed rows, columns stay
/// and may only become more. Needs Right::edit_plan.
Result<std::string> put_office_table(
    Work& work, const PlanId& plan, const PeriodId& period, OfficeTable table, std::int64_t revision
);

/// Only while nobody has typed rows. Needs Right::edit_plan.
Result<Done>
remove_office_table(Work& work, const PlanId& plan, const PeriodId& period, const std::string& key);

} // namespace tiendo::app
