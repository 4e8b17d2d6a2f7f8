#pragma once

#include "base/result.hpp"
#include "domain/report/form_cells.hpp"

#include <string>
#include <string_view>

namespace tiendo::documents {

/// The tables of a Word document in their order, nested ones after the one that holds them, each
/// with the texts of its cells. Refuses what is no .docx, and one without a table.
Result<FormTables> read_docx_form(std::string_view bytes);

/// The same document with these texts in these cells; all else stays as it was.
Result<std::string> fill_docx_form(std::string_view bytes, const FilledCells& filled);

} // namespace tiendo::documents
