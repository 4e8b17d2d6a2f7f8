#pragma once

#include "domain/report/figure_table.hpp"
#include "domain/report/table_layout.hpp"

#include <string>

namespace tiendo::documents {

/// The standard table as .xlsx with the columns that the layout shows, in its order; the matrix of
/// units and measures and the charts as further sheets. Rates are formulas of their counts.
std::string write_figure_workbook(const FigureTable& table, const TableLayout& layout);

} // namespace tiendo::documents
