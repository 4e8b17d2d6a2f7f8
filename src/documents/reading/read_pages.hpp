#pragma once

#include "documents/reading/page_layout.hpp"
#include "documents/text/document_text.hpp"

#include <vector>

namespace tiendo::documents {

/// Brings pages into the one form: words into lines, columns one after the other, what a page end
/// or a margin cut put together, page numbers and running lines dropped, tables by their rules or
/// by their columns. Every line of a page, and every row of a table, is one numbered line.
DocumentText read_pages(std::vector<PageLayout> pages);

} // namespace tiendo::documents
