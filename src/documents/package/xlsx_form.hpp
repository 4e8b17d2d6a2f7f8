#pragma once

#include "base/result.hpp"
#include "domain/report/form_cells.hpp"

#include <string>
#include <string_view>

namespace tiendo::documents {

/// The sheets of a superior's workbook with the texts of their cells, as far as they can be pointed
/// at (docs/limits.md); styled cells below and beside the text are there too, since they wait to be
/// filled. Refuses what unpack_xlsx refuses, file.no_cells for a workbook without a word, and
/// file.form_too_large.
Result<FormTables> read_xlsx_form(std::string_view bytes);

/// The same workbook with these cells filled: numbers as numbers, percentages and days as the
/// cell's own format shows them. All other parts stay byte for byte; in the sheets only the named
/// cells change, and the kept results of formulas go, so that whoever opens the file computes them
/// anew. A cell with a formula is never written over.
Result<std::string> fill_xlsx_form(std::string_view bytes, const FilledCells& filled);

} // namespace tiendo::documents
