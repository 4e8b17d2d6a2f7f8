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
    std::vector<LeftOut> left_out{};
    std::vector<std::string> margins{}; ///< what stands above and below the pages
};

/// Unpacks a Word document into pieces in reading order. Paragraphs are numbered as they stand in
/// the body, empty ones included, those of a text box behind the one that holds it; a row of a
/// table counts as one.
Result<DocxContent> unpack_docx(std::string_view bytes);

} // namespace tiendo::documents
