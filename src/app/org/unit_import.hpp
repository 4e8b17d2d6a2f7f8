#pragma once

#include "app/work.hpp"
#include "documents/exchange/unit_list_file.hpp"
#include "domain/org/unit_list.hpp"

#include <string>
#include <vector>

namespace tiendo::app {

/// One of the uploaded files as rows: CSV is read here, a workbook by the confined process.
Result<documents::UnitListFile>
unit_list_file(const Office& office, std::string_view bytes, std::string_view name);

/// A list of units and what is wanted of it.
struct UnitImportRequest {
    std::vector<documents::UnitListFile> files{};
    std::string below{}; ///< a code of the list; empty: all
};

/// What taking it over would do. All need Right::manage_units.
Result<UnitImport> preview_units(Work& work, const UnitImportRequest& request);

/// Takes it over, whole or not at all: with `skip_refused` without the rows that are refused, else
/// not where there is one. The same list a second time changes nothing.
Result<UnitImport> import_units(Work& work, const UnitImportRequest& request, bool skip_refused);

/// For the page, where a person sees the preview before confirming it.
Result<std::string> receive_units(Work& work, const UnitImportRequest& request);
Result<UnitImportRequest> received_units(Work& work, const std::string& id);
Result<UnitImport> take_received_units(Work& work, const std::string& id);

} // namespace tiendo::app
