#pragma once

#include <vector>

namespace tiendo::documents {

/// What a column of a table asks for. Lengths in twips.
struct ColumnWish {
    int share = 0; ///< its part of the width, in any unit; all zero: equal parts
    int least = 0; ///< narrower than this it would break a word or number
};

/// Shares the width in proportion, but takes from columns that have room what others need so as
/// not to break inside a word. The widths add up to the whole.
std::vector<int> column_widths(const std::vector<ColumnWish>& wishes, int width);

} // namespace tiendo::documents
