#pragma once

#include "documents/writing/docx_paragraph.hpp"
#include "documents/writing/xml.hpp"
#include "domain/report/official_document.hpp"

#include <vector>

namespace tiendo::documents {

/// Two columns without lines, for what stands side by side; each row stays on one page.
struct SideBySide {
    int left = 0; ///< widths in twips
    int right = 0;
};

struct Pair {
    Xml left;
    Xml right;
};

Xml side_by_side(const SideBySide& columns, const std::vector<Pair>& rows);

/// A ruled table as wide as the column of text, with its head repeated on every page; keep_last
/// holds its last row to what follows.
Xml ruled_table(const Table& table, int width, Bookmarks& bookmarks, bool keep_last);

} // namespace tiendo::documents
