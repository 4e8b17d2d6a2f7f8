#pragma once

#include "documents/writing/docx_paragraph.hpp"
#include "documents/writing/xml.hpp"
#include "domain/report/official_document.hpp"

#include <vector>

namespace tiendo::documents {

/// The text of a document or annex, in a column of this width; keep_last holds the last block to
/// what follows, so that a signature never stands alone on a page.
Xml blocks_xml(const std::vector<Block>& blocks, int width, Bookmarks& bookmarks, bool keep_last);

} // namespace tiendo::documents
