#pragma once

#include "base/result.hpp"
#include "documents/package/sheets.hpp"
#include "documents/workbook/unit_workbook.hpp"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace tiendo::documents {

/// The name of the hidden sheet; it is known by its first cell, whatever it is called later.
inline constexpr const char* ids_sheet = "_ids";

/// The rows of the hidden sheet, key and text, the seal over all others last.
std::vector<std::pair<std::string, std::string>> sealed_ids(
    const WorkbookIdentity& identity,
    const std::map<std::string, std::string>& labels,
    const WorkbookSeal& seal
);

/// What the hidden sheet of a file says.
struct ReadIds {
    WorkbookIdentity identity{};
    std::map<std::string, std::string> labels{}; ///< by key, as the file was handed out
    const Sheet* sheet = nullptr;
};

/// Refuses workbook.no_ids where there is no such sheet, workbook.other_version, and
/// workbook.seal_broken where it was changed.
Result<ReadIds> read_ids(const std::vector<Sheet>& sheets, const WorkbookSeal& seal);

} // namespace tiendo::documents
