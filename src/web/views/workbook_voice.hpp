#pragma once

#include "app/workbook/workbooks.hpp"
#include "web/messages.hpp"

namespace tiendo::web::view {

/// The words of workbooks: Vietnamese, whatever the reader of the page speaks.
app::WorkbookVoice workbook_voice(app::Office& office, const Messages& messages);

} // namespace tiendo::web::view
