#pragma once

#include "documents/workbook/workbook_reading.hpp"

namespace tiendo::documents {

/// What a unit says of a task or duty.
void read_task_row(WorkbookReading& reading, const SheetRow& row, const std::string& item);

/// Its closing words about one part.
void read_narrative_row(WorkbookReading& reading, const SheetRow& row, const std::string& item);

} // namespace tiendo::documents
