#pragma once

#include <string_view>

/// How wide text comes out in Times New Roman (and in Liberation Serif, which has its widths), so
/// that rules are as long as the decree wants them and titles break into lines of like length.
/// Lengths are in twips, the unit of .docx: 1440 an inch, 20 a point.
namespace tiendo::documents {

constexpr int twips_of_mm(int mm)
{
    return (mm * 14400 + 127) / 254;
}

struct Font {
    int half_points = 28;
    bool bold = false;
};

int text_width(std::string_view text, Font font);

/// What text becomes when it is set into a column.
struct Lines {
    int count = 0;
    int longest = 0;
};

/// Breaks at spaces, not at no-break spaces.
Lines wrap(std::string_view text, Font font, int column);

/// The width below which a column would break inside a word or number.
int longest_word(std::string_view text, Font font);

/// The narrowest column that needs no more lines than this one: set into it, the text has lines of
/// like length and no single word on the last. Never wider than the given column.
int balanced_column(std::string_view text, Font font, int column);

} // namespace tiendo::documents
