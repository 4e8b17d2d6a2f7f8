#pragma once

#include "base/result.hpp"
#include "documents/package/sheets.hpp"
#include "domain/org/unit_list.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tiendo::documents {

/// A row of a table in a file, with the line on which it begins.
struct TableRow {
    int line = 0;
    std::vector<std::string> fields{};

    friend bool operator==(const TableRow&, const TableRow&) = default;
};

/// A file with a list of units, or with who followed whom; which of the two, its heads say.
struct UnitListFile {
    std::string name{};
    std::vector<TableRow> rows{};

    friend bool operator==(const UnitListFile&, const UnitListFile&) = default;
};

/// Of a workbook the first sheet that is not hidden and holds rows.
UnitListFile unit_list_file(std::string name, const std::vector<Sheet>& sheets);
/// Of a .csv all rows that hold something; refuses what is not UTF-8, has an open quotation or is
/// over a limit of docs/limits.md.
Result<UnitListFile> unit_list_file(std::string name, std::string_view csv);

/// Heads in Vietnamese or English: mã, tên, loại, cấp, mã cấp trên, từ ngày, đến ngày; mã cũ, mã
/// mới, hình thức, ngày, tỷ lệ. Refuses a file whose heads are of neither list; a row that is not
/// understood is among the refused.
Result<UnitList> read_unit_list(const std::vector<UnitListFile>& files);

/// For what was uploaded and waits to be confirmed.
std::string to_json(const std::vector<UnitListFile>& files);
Result<std::vector<UnitListFile>> parse_unit_list_files(std::string_view json);

} // namespace tiendo::documents
