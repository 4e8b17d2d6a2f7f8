#pragma once

#include "base/result.hpp"
#include "domain/report/form_cells.hpp"

#include <string>
#include <string_view>

namespace tiendo::documents {

/// As the confined reader answers it: a table of a document as [["TT", "Chỉ tiêu", ""], …], a sheet
/// as an object with its name.
std::string to_json(const FormTables& tables);
Result<FormTables> parse_form_tables(std::string_view text);

/// Which cell holds what.
std::string to_json(const Fillings& fillings);
Result<Fillings> parse_fillings(std::string_view text);

/// What goes into the cells, on its way to the confined reader.
std::string to_json(const FilledCells& filled);
Result<FilledCells> parse_filled_cells(std::string_view text);

} // namespace tiendo::documents
