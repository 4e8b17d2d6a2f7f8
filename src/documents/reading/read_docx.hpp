#pragma once

#include "base/result.hpp"
#include "documents/text/document_text.hpp"

#include <string_view>

namespace tiendo::documents {

/// Reads a Word document (ECMA-376): paragraphs with their automatic numbers written out, tables
/// with merged cells, tracked insertions kept and deletions dropped. Refuses file.broken_zip,
/// file.bomb and file.broken_docx.
Result<DocumentText> read_docx(std::string_view bytes);

} // namespace tiendo::documents
