#pragma once

#include "base/result.hpp"
#include "documents/text/document_text.hpp"

#include <string_view>

namespace tiendo::documents {

/// Reads a Word document (ECMA-376): paragraphs with their automatic numbers written out, tables
/// with merged cells, text boxes behind their paragraph, tracked insertions kept and deletions
/// dropped. Notes stand beside their line in the source; they, hidden text, comments, pictures,
/// embedded objects and what stands above and below pages are told of as left out. Refuses
/// file.broken_zip, file.bomb and file.broken_docx.
Result<DocumentText> read_docx(std::string_view bytes);

} // namespace tiendo::documents
