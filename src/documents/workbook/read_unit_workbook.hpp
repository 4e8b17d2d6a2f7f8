#pragma once

#include "documents/package/sheets.hpp"
#include "documents/workbook/unit_workbook.hpp"
#include "documents/workbook/workbook_seal.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace tiendo::documents {

/// Something about one place of a file that a person should hear. An error keeps its item out.
struct WorkbookRemark {
    bool is_error = true;
    std::string item{}; ///< "cell/3.2a"; empty where it is about no item
    Problem problem{};  ///< its place is a cell of the file: "Biểu 1!G7"

    friend bool operator==(const WorkbookRemark&, const WorkbookRemark&) = default;
};

/// What a file says about a unit's report. What it does not hold, or not clearly, is not in the
/// answers; every cell that was left out has a remark.
struct ReadUnitWorkbook {
    WorkbookAnswers answers{};
    std::map<std::string, std::string> origins{}; ///< by item, "Biểu 1!G7:G8"
    std::set<std::string> rows{};                 ///< items whose rows are in the file, empty too
    std::vector<WorkbookRemark> remarks{};

    friend bool operator==(const ReadUnitWorkbook&, const ReadUnitWorkbook&) = default;
};

/// Finds the rows by their keys and their words, wherever they stand now, and reads what was typed
/// into them. Never fails: what is not understood is told.
ReadUnitWorkbook read_unit_workbook(
    const std::vector<Sheet>& sheets,
    const ReadIds& ids,
    const UnitWorkbook& expected,
    const WorkbookWords& say
);

} // namespace tiendo::documents
