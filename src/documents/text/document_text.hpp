#pragma once

#include "documents/exchange/source_json.hpp"
#include "domain/plan/plan_reading.hpp"

#include <string>
#include <variant>
#include <vector>

namespace tiendo::documents {

/// One paragraph as a person sees it: NFC, without line breaks, its label ("II.", "a)", "-") still
/// in front. Word's automatic numbers have been written out by the reader of that file kind.
struct Paragraph {
    std::string text{};
    LineRange lines{};
    int bold_percent = 0; ///< share of bold letters, where the file kind knows
};

struct Cell {
    std::string text{}; ///< its paragraphs, one a line
    int column = 0;     ///< 0-based
    int column_span = 1;
    bool continues_above = false; ///< merged with the cell above it
};

struct Row {
    std::vector<Cell> cells{};
    LineRange lines{};
};

struct Table {
    std::vector<Row> rows{};
};

using Block = std::variant<Paragraph, Table>;

/// What a file holds beside the text of its pages, and what is not made part of the plan.
struct LeftOut {
    std::string what{}; ///< a variant of the finding part_left_out
    int count = 0;
    int line = 1; ///< where the first of them stands
};

/// A layer of text over the picture of a page; the picture was read.
struct UnseenLayer {
    int page = 0;         ///< from 1 on
    int same_percent = 0; ///< of the words that were read in the picture
};

/// The one form that every file kind is brought into; the plan is read from this and nothing else.
struct DocumentText {
    std::vector<Block> blocks{};
    std::vector<NumberedLine> source{}; ///< every line as it came, for the person who compares
    std::vector<LineRange> joins{};     ///< paragraphs that were put together over a gap
    int recognised_pages = 0;           ///< read from pictures
    std::vector<UnseenLayer> unseen_layers{};
    std::string old_letters{}; ///< the name of the letters that it was written in, if not Unicode
    std::vector<LeftOut> left_out{};
    std::vector<std::string> margins{}; ///< above and below the pages, where the file kind knows
};

/// The line within the range that holds the words; the first of the range where none does.
int line_holding(const DocumentText& document, LineRange lines, const std::string& words);

} // namespace tiendo::documents
