#pragma once

#include "app/workbook/workbooks.hpp"
#include "documents/workbook/unit_workbook.hpp"

namespace tiendo::app {

/// Between a unit's report and the workbook that it fills; for the files of this folder.
documents::WorkbookSeal seal_of(const WorkbookVoice& voice);
Result<documents::UnitWorkbook>
workbook_for(Work& work, const UnitReport& report, const WorkbookVoice& voice);

} // namespace tiendo::app
