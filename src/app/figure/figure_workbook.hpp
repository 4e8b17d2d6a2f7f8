#pragma once

#include "app/work.hpp"
#include "domain/report/table_layout.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tiendo::app {

/// The standard table, the matrix and their charts as .xlsx, with the plan's columns, by
/// the units of a day's map. Needs Right::see_plan.
Result<std::string> figure_workbook(
    Work& work, const PlanId& plan, const PeriodId& period, std::optional<Date> map = {}
);

/// The columns that the office saved for the plan, else the usual ones.
TableLayout table_layout(Work& work, const PlanId& plan);

/// A column with the words that stand above it in the file.
struct NamedColumn {
    TableColumn column = TableColumn::number;
    std::string head{};
    bool is_shown = true;
};

/// The columns in the order that the office saved for the plan. Needs Right::see_plan.
Result<std::vector<NamedColumn>> table_columns(Work& work, const PlanId& plan);

/// Needs Right::write_report.
Result<Done>
change_table_columns(Work& work, const PlanId& plan, TableColumn column, LayoutChange change);
Result<Done> reset_table_columns(Work& work, const PlanId& plan);

} // namespace tiendo::app
