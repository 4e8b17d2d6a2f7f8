#include "documents/reading/page_widths.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace tiendo::documents {
namespace {

/// Set with letters of ten points, side by side.
std::vector<PageWord> line_of(const std::vector<std::pair<std::string, double>>& words)
{
    std::vector<PageWord> line;
    double left = 60;
    for (const auto& [text, width] : words) {
        line.push_back({text, {left, 100, left + width, 112}, false, 97});
        left += width + 3;
    }
    return line;
}

TEST(PageWidths, DoubtAPercentSignThatWasReadAsADigit)
{
    // "đạt", "tối", "thiểu" and "vào" are as wide as their letters; "45%" is wider than "459".
    auto line =
        line_of({{"đạt", 12.2}, {"tối", 10.6}, {"thiểu", 20}, {"459", 18.3}, {"vào", 14.4}});
    doubt_wide_numbers(line);
    EXPECT_TRUE(is_doubtful(line[3]));
    EXPECT_FALSE(is_doubtful(line[2]));
}

TEST(PageWidths, KeepNumbersThatAreAsWideAsTheirDigits)
{
    auto line =
        line_of({{"đạt", 12.2}, {"tối", 10.6}, {"thiểu", 20}, {"459", 15}, {"45%", 18.3}, {"11", 7}}
        );
    doubt_wide_numbers(line);
    for (const auto& word : line)
        EXPECT_FALSE(is_doubtful(word)) << word.text;
}

} // namespace
} // namespace tiendo::documents
