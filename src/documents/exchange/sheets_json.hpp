#pragma once

#include "base/result.hpp"
#include "documents/package/sheets.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tiendo::documents {

/// The sheets of a workbook, as the confined reader answers them and as an upload is kept:
/// {"sheets": [{"name": "Biểu 1", "rows": [[7, [4, "n", "26.05"], [5, "t=", "of a formula"]]]}]}
std::string to_json(const std::vector<Sheet>& sheets);
Result<std::vector<Sheet>> parse_sheets(std::string_view json);

} // namespace tiendo::documents
