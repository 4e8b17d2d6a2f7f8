#pragma once

#include "documents/package/sheets.hpp"
#include "domain/history/history_table.hpp"

#include <vector>

namespace tiendo::documents {

/// The row that most looks like a table's head: the last one of several texts before the first row
/// of numbers. 0 where there is none. A proposal only.
int likely_head_row(const Sheet& sheet);

/// A cell as a person reads it: "26,05%", "08/12/2023", "#REF!".
std::string shown_text(const SheetCell& cell);

/// The words of a sheet's heads: two files with the same are of one shape.
std::string shape_of(const Sheet& sheet, int head_row);

/// Reads what stands below the head row, as far as its columns were pointed at. Never fails: what
/// is not understood is told at its row or number and kept out.
std::vector<HistoryRow>
read_history_sheet(const Sheet& sheet, const HistoryMapping& mapping, const HistoryKnown& known);

} // namespace tiendo::documents
