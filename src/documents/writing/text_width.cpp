#include "documents/writing/text_width.hpp"

#include "base/result.hpp"
#include "base/text.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>

namespace tiendo::documents {
namespace {

using Widths = std::array<int, 95>;

/// Thousandths of the size, for the characters from space to tilde.
constexpr Widths regular{
    250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500,
    500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611,
    556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722,
    722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500,
    278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
};
constexpr Widths bold{
    250, 333, 555, 500, 500, 1000, 833, 278, 333, 333, 500, 570, 250, 333, 250, 278, 500, 500,  500,
    500, 500, 500, 500, 500, 500,  500, 333, 333, 570, 570, 570, 500, 930, 722, 667, 722, 722,  667,
    611, 778, 778, 389, 500, 778,  667, 944, 722, 778, 611, 778, 722, 556, 667, 722, 722, 1000, 722,
    722, 667, 333, 278, 333, 581,  500, 333, 500, 556, 444, 556, 444, 333, 500, 556, 278, 333,  556,
    278, 833, 556, 500, 556, 556,  444, 389, 333, 556, 500, 722, 500, 500, 444, 394, 220, 394,  520,
};

constexpr char32_t no_break_space = 0xa0;
constexpr char32_t combining_horn = 0x31b; // of ơ and ư, which are a little wider than o and u
constexpr int horn_width = 40;
constexpr int other_width = 500; // dashes and quotation marks

/// Word and LibreOffice round each in its own way; a column cut to the last twip may break early.
constexpr int rounding = 60;

/// Of a letter or mark that is not put together of others.
int simple_width(char32_t c, const Widths& widths)
{
    if (c == combining_horn) return horn_width;
    if (u_charType(static_cast<UChar32>(c)) == U_NON_SPACING_MARK) return 0;
    if (c == U'đ') c = 'd';
    if (c == U'Đ') c = 'D';
    if (c == no_break_space) c = ' ';
    return c >= ' ' && c <= '~' ? widths[c - ' '] : other_width;
}

/// The letters of Latin alphabets with all their marks; what lies beyond is dashes and quotation
/// marks.
constexpr char32_t letters_end = 0x1f00;
using LetterWidths = std::array<int, letters_end>;

/// "ấ" is as wide as "a": the letter is taken apart, and its marks add little or nothing.
std::unique_ptr<LetterWidths> letter_widths(const Widths& widths)
{
    UErrorCode status = U_ZERO_ERROR;
    const auto* normalizer = icu::Normalizer2::getNFDInstance(status);
    ensure(U_SUCCESS(status) != 0, "ICU has its normalisation data");
    auto result = std::make_unique<LetterWidths>();
    for (char32_t c = 0; c < letters_end; ++c) {
        icu::UnicodeString parts;
        if (normalizer->getDecomposition(static_cast<UChar32>(c), parts) == 0)
            parts = icu::UnicodeString(static_cast<UChar32>(c));
        int width = 0;
        for (std::int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1))
            width += simple_width(static_cast<char32_t>(parts.char32At(i)), widths);
        (*result)[c] = width;
    }
    return result;
}

const LetterWidths& letter_widths_of(Font font)
{
    static const auto of_regular = letter_widths(regular);
    static const auto of_bold = letter_widths(bold);
    return font.bold ? *of_bold : *of_regular;
}

} // namespace

int text_width(std::string_view text, Font font)
{
    const auto& widths = letter_widths_of(font);
    const auto length = static_cast<std::int32_t>(text.size());
    int thousandths = 0;
    for (std::int32_t i = 0; i < length;) {
        UChar32 c = 0;
        U8_NEXT_OR_FFFD(text.data(), i, length, c);
        const auto letter = static_cast<char32_t>(c);
        thousandths += letter < letters_end ? widths[letter]
                                            : simple_width(letter, font.bold ? bold : regular);
    }
    return thousandths * font.half_points / 100; // a half point is ten twips
}

Lines wrap(std::string_view text, Font font, int column)
{
    const int space = text_width(" ", font);
    Lines lines;
    int current = 0;
    for (const auto& word : split(text, ' ')) {
        if (word.empty()) continue;
        const int width = text_width(word, font);
        const bool fits = lines.count > 0 && current + space + width <= column;
        if (!fits) ++lines.count;
        current = fits ? current + space + width : width;
        lines.longest = std::max(lines.longest, current);
    }
    return lines;
}

int longest_word(std::string_view text, Font font)
{
    return wrap(text, font, 0).longest;
}

int balanced_column(std::string_view text, Font font, int column)
{
    const int count = wrap(text, font, column).count;
    int too_narrow = 0;
    int wide_enough = column;
    while (wide_enough - too_narrow > 1) {
        const int middle = (too_narrow + wide_enough) / 2;
        (wrap(text, font, middle).count <= count ? wide_enough : too_narrow) = middle;
    }
    return std::min(
        column, std::max(wide_enough, wrap(text, font, wide_enough).longest) + rounding
    );
}

} // namespace tiendo::documents
