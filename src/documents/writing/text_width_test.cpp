#include "documents/writing/text_width.hpp"

#include <gtest/gtest.h>

namespace tiendo::documents {
namespace {

constexpr Font bold_12{.half_points = 24, .bold = true};

TEST(TextWidth, OfTheNationalTitleIsWhatTheFontGives)
{
    // 88.3 mm in Liberation Serif Bold 12.
    const int width = text_width("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold_12);

    EXPECT_NEAR(width, twips_of_mm(88), 30);
}

TEST(TextWidth, DoesNotCountMarks)
{
    EXPECT_EQ(text_width("Đắk Dục", {}), text_width("Dak Duc", {}));
    EXPECT_GT(text_width("ươ", {}), text_width("uo", {}));
}

TEST(Wrap, FillsLinesFromTheLeft)
{
    const int two_words = text_width("một hai", {});

    const auto lines = wrap("một hai ba bốn", {}, two_words);

    EXPECT_EQ(lines.count, 2);
    EXPECT_EQ(lines.longest, two_words);
}

TEST(Wrap, DoesNotBreakAtNoBreakSpaces)
{
    EXPECT_EQ(wrap("bình\u00a0đẳng giới", {}, 0).count, 2);
}

TEST(LongestWord, IsWhatMayNotBreak)
{
    EXPECT_EQ(longest_word("từ 31,8/100.000 trở lên", {}), text_width("31,8/100.000", {}));
}

TEST(BalancedColumn, LeavesNoSingleWordOnTheLastLine)
{
    constexpr std::string_view issuer = "PHÒNG LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI";
    const int column = text_width("PHÒNG LAO ĐỘNG - THƯƠNG BINH VÀ XÃ", bold_12);

    const int balanced = balanced_column(issuer, bold_12, column);

    EXPECT_EQ(wrap(issuer, bold_12, balanced).count, 2);
    const int second_line = text_width("THƯƠNG BINH VÀ XÃ HỘI", bold_12);
    EXPECT_NEAR(wrap(issuer, bold_12, balanced).longest, second_line, 10);
}

TEST(BalancedColumn, IsNeverWiderThanTheColumn)
{
    const int column = text_width("một", {});

    EXPECT_EQ(balanced_column("một", {}, column), column);
}

} // namespace
} // namespace tiendo::documents
