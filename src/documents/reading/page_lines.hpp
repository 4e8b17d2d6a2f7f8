#pragma once

#include "documents/reading/page_layout.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tiendo::documents {

/// Words that stand on one line of a page, from left to right.
struct PageLine {
    std::vector<PageWord> words{};
    Box box{};
    std::string text{};
    int bold_percent = 0; ///< share of letters
    int page = 0;         ///< from 1 on; 0 until somebody says it
};

/// From the top to the bottom of the page.
std::vector<PageLine> lines_of(std::vector<PageWord> words, int page = 0);

/// The line's parts left and right of `x`; a part without words has no text.
std::pair<PageLine, PageLine> cut_at(const PageLine& line, double x);

/// The middle of the widest strip, somewhere in the middle half, that no word of the lines enters:
/// between two columns of text. None where no strip is wide enough.
std::optional<double> gutter_between(const std::vector<PageLine>& lines, double page_width);

/// Whether the line had no room for the first word of the next one before `right`, so that the
/// sentence may go on there.
bool is_full(const PageLine& line, const PageLine& next, double right);

/// Drops page numbers, and lines at the edges that most pages repeat.
void drop_running_lines(std::vector<std::vector<PageLine>>& pages, double page_height);

} // namespace tiendo::documents
