#pragma once

#include "base/result.hpp"
#include "documents/package/sheets.hpp"

#include <string_view>
#include <vector>

namespace tiendo::documents {

/// The sheets of an uploaded Excel workbook. Refuses with the keys of messages/reading.*.toml:
/// file.empty, file.too_large, file.encrypted, file.no_workbook, and those of unpack_xlsx.
Result<std::vector<Sheet>> read_workbook(std::string_view bytes);

/// The container of Office before 2007 (.xls, .doc), in which encrypted files come, too.
bool is_old_office_file(std::string_view bytes);
bool is_encrypted_package(std::string_view bytes);

} // namespace tiendo::documents
