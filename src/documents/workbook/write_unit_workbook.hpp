#pragma once

#include "documents/workbook/unit_workbook.hpp"

#include <string>

namespace tiendo::documents {

/// The .xlsx that a unit fills in instead of the page: a sheet that says how, one for each part of
/// the form with what is already known, and a hidden one with the sealed names of all rows.
std::string write_unit_workbook(
    const UnitWorkbook& workbook, const WorkbookWords& say, const WorkbookSeal& seal
);

} // namespace tiendo::documents
