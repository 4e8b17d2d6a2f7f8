#pragma once

#include "documents/reading/page_lines.hpp"
#include "documents/reading/page_tables.hpp"
#include "documents/text/pieces.hpp"

#include <string>
#include <vector>

namespace tiendo::documents {

/// The size of a page that has a picture; nought of one that came as text.
struct PictureSize {
    double width = 0;
    double height = 0;
};

/// Turns lines and tables into numbered pieces, in reading order, and keeps where each stands.
class PieceMaker {
public:
    PieceMaker(DocumentText& document, std::vector<PictureSize> pictures)
        : document_(document), pictures_(std::move(pictures))
    {
    }

    void add_line(const PageLine& line, bool gap_before, bool fills_line, bool indented);
    void add_apart(const PageLine& line) { add_line(line, true, false, false); }
    void add_table(Table table, const std::vector<RowPlace>& places, int page);

    /// Undoes the last line.
    void take_back();

    std::vector<Piece> pieces;

private:
    int next_number(const std::string& text);
    PagePlace place_of(int page, const Box& box) const;
    void add_doubt(int page, const PageWord& word);

    DocumentText& document_;
    std::vector<PictureSize> pictures_; ///< of each page
};

} // namespace tiendo::documents
