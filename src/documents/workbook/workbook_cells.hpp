#pragma once

#include "base/date.hpp"
#include "base/result.hpp"
#include "documents/package/sheets.hpp"

#include <optional>
#include <string>

namespace tiendo::documents {

/// A cell of a file read for what its column holds: the text as a person would have typed it, or
/// why it cannot be taken.
struct ReadSheetCell {
    std::string text{};
    std::optional<Problem> problem{};
};

/// For a count or an amount: "12 vụ" and "KPS" as typed, 26.05 as "26,05". A day is none: Excel
/// makes the 5th of September out of "5/9".
ReadSheetCell number_in(const SheetCell& cell);

/// For words; a number or a day is written as one reads it.
ReadSheetCell text_in(const SheetCell& cell);

/// For a day: "2023-12-08". A number that is not shown as a day is none.
ReadSheetCell day_in(const SheetCell& cell, int year);

} // namespace tiendo::documents
