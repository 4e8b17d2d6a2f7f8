#pragma once

#include "documents/workbook/workbook_reading.hpp"

namespace tiendo::documents {

/// A row with the title of an activity's table: what follows belongs to it.
void begin_activity(WorkbookReading& reading, const SheetRow& row, const RowKey& key);

/// A row of the table; whether something that belongs to it may stand in it.
bool read_activity_row(WorkbookReading& reading, const SheetRow& row, const RowKey& key);

} // namespace tiendo::documents
