#pragma once

#include "app/workbook/workbooks.hpp"
#include "web/pages/report_pages.hpp"

namespace tiendo::web {

/// The differences, grouped by the parts of the form; each with what was and what would be, number
/// by number. `chosen` are the items that stay ticked; none on the first showing.
void show_changes(
    view::Object& data,
    const ReportPage& page,
    const app::WorkbookComparison& comparison,
    const Wording& words
);

} // namespace tiendo::web
