#pragma once

#include "documents/reading/page_lines.hpp"
#include "documents/text/document_text.hpp"

#include <vector>

namespace tiendo::documents {

/// Where a row of a table stands, and what of its words is doubtful.
struct RowPlace {
    Box box{};
    std::vector<PageWord> doubtful{};
};

/// A table with the place that it takes on its page. The lines of its rows are not yet numbered.
struct PageTable {
    Box box{};
    Table table{};
    std::vector<RowPlace> places{}; ///< of each row
};

/// Whether the words stand so far apart that the page should be looked at for rules.
bool may_hold_table(const std::vector<PageWord>& words);

/// A table as its rules draw it.
struct RuledTable {
    Box box{};
    std::vector<Box> cells{}; ///< merged ones whole
};

/// Where the tables of a page and their cells lie, before anything in them is read.
std::vector<RuledTable> ruled_tables(const std::vector<PageRule>& rules);

/// The tables that the page's rules draw, cells merged where no rule parts them. Their words are
/// taken out of `page.words`. A frame around one cell is no table.
std::vector<PageTable> take_ruled_tables(PageLayout& page);

/// A table without rules: three columns or more that keep their places over the lines
/// [first, end).
struct AlignedTable {
    Table table{};
    std::vector<RowPlace> places{}; ///< of each row
    std::size_t first = 0;
    std::size_t end = 0;
    std::vector<double> columns{}; ///< where each begins
};

/// `carried` are the columns of a table that the page before ended with; empty where it did not.
std::vector<AlignedTable>
aligned_tables(const std::vector<PageLine>& lines, const std::vector<double>& carried);

/// Puts the rest of a table, from the next page, below its first part: heads that are repeated are
/// left out, and a row that the page end cut is put together. False where it is another table.
bool continue_table(Table& table, Table rest);

} // namespace tiendo::documents
