#pragma once

#include "base/result.hpp"
#include "documents/text/pieces.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tiendo::documents {

struct DocxContent {
    std::vector<Piece> pieces{};
    std::vector<NumberedLine> source{};
    std::string old_letters{}; ///< of the fonts of its runs, if they are older than Unicode
};

/// Unpacks a Word document into pieces in reading order. Paragraphs are numbered as they stand in
/// the body, empty ones included; a row of a table counts as one.
Result<DocxContent> unpack_docx(std::string_view bytes);

} // namespace tiendo::documents
