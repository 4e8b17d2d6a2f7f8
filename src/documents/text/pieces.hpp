#pragma once

#include "documents/text/document_text.hpp"

#include <string>
#include <vector>

namespace tiendo::documents {

/// What a reader of a file kind finds between two line ends, before paragraphs are put together.
struct Piece {
    Block block{};
    bool gap_before = true;  ///< a blank line, a page number or a paragraph mark stands before it
    bool fills_line = false; ///< wrapped text: the line before it had no room for its first word
    bool indented = false;
    bool at_margin = false; ///< further left than where paragraphs of the page begin
};

/// Puts together what a page end, a blank line or a margin cut, in reading order. Nothing is joined
/// in the head of the document and in the signature block, where every line stands for itself.
void join_pieces(std::vector<Piece> pieces, DocumentText& document);

/// "2", "- 2 -", "Trang 2/8".
bool is_page_number(const std::string& text);

/// "KẾ HOẠCH", "QUYẾT ĐỊNH" ... alone on its line, spaced letters included.
bool is_type_name(const std::string& text);

/// "KẾ HOẠCH PHÒNG, CHỐNG DỊCH BỆNH NĂM 2024": where the title behind the type's name begins, in
/// bytes; 0 where the line is no such head.
std::size_t title_behind_type(const std::string& text);
/// "Nơi nhận:" with or without a first recipient behind it.
bool begins_recipients(const std::string& text);
/// "PHỤ LỤC", "Phụ lục II", "DANH MỤC ... (Kèm theo ...)" as a heading.
bool begins_annex(const std::string& text);

} // namespace tiendo::documents
