#pragma once

#include "base/result.hpp"
#include "documents/package/sheets.hpp"

#include <string_view>
#include <vector>

namespace tiendo::documents {

/// Unpacks the sheets of an Excel workbook in their order, hidden ones included, a row at a time.
/// Refuses file.broken_zip, file.broken_xlsx (a sheet that was cut off, too), file.bomb,
/// file.encrypted, file.macros, file.too_many_rows.
Result<std::vector<Sheet>> unpack_xlsx(std::string_view bytes);

} // namespace tiendo::documents
