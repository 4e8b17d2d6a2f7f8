#include "documents/reading/page_labels.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace tiendo::documents {
namespace {

using Texts = std::vector<std::string>;

Texts mended(const Texts& texts)
{
    std::vector<PageLine> lines;
    for (const auto& text : texts) {
        lines.emplace_back();
        lines.back().text = text;
        lines.back().words.push_back({text, {}, false, 90});
    }
    std::vector<PageLine*> in_order;
    for (auto& line : lines)
        in_order.push_back(&line);
    LabelMender().mend(in_order);
    Texts read;
    for (const auto& line : lines)
        read.push_back(line.text);
    return read;
}

TEST(LabelMender, TakesTheFirstHeadingForANumberWhereTheNextOneIsTwo)
{
    EXPECT_EQ(
        mended({"I. MỤC ĐÍCH", "Tiết kiệm điện.", "2. MỤC TIÊU", "3. NHIỆM VỤ"}),
        (Texts{"1. MỤC ĐÍCH", "Tiết kiệm điện.", "2. MỤC TIÊU", "3. NHIỆM VỤ"})
    );
}

TEST(LabelMender, TakesStrokesForRomanNumeralsWhereTheNextHeadingHasTwo)
{
    EXPECT_EQ(
        mended({"1. MỤC ĐÍCH", "Tiết kiệm điện.", "H. MỤC TIÊU", "HI. NHIỆM VỤ"}),
        (Texts{"I. MỤC ĐÍCH", "Tiết kiệm điện.", "II. MỤC TIÊU", "III. NHIỆM VỤ"})
    );
}

TEST(LabelMender, MendsRomanNumeralsWhateverSignStandsBehind)
{
    EXPECT_EQ(
        mended({"l/ MỤC TIÊU", "II/ CHỈ TIÊU", "IH/ GIẢI PHÁP", "IV/ KINH PHÍ"}),
        (Texts{"I/ MỤC TIÊU", "II/ CHỈ TIÊU", "III/ GIẢI PHÁP", "IV/ KINH PHÍ"})
    );
    EXPECT_EQ(
        mended({"I- MỤC TIÊU", "H- GIẢI PHÁP", "HI- TỔ CHỨC"}),
        (Texts{"I- MỤC TIÊU", "II- GIẢI PHÁP", "III- TỔ CHỨC"})
    );
}

TEST(LabelMender, AddsTheSignThatIsLostBehindTheNumeralThatIsDue)
{
    EXPECT_EQ(
        mended({"I. MỤC TIÊU", "II NHIỆM VỤ", "V QUỐC LỘ"}),
        (Texts{"I. MỤC TIÊU", "II. NHIỆM VỤ", "V QUỐC LỘ"})
    );
}

TEST(LabelMender, TakesAnLForTheLastStrokeWithItsDot)
{
    EXPECT_EQ(mended({"IL MỤC TIÊU", "IL NHIỆM VỤ"}), (Texts{"I. MỤC TIÊU", "II. NHIỆM VỤ"}));
}

TEST(LabelMender, KeepsTheNumeralOfAFirstHeadingThatIsNotTheFirst)
{
    EXPECT_EQ(mended({"IV. KINH PHÍ", "V, TỔ CHỨC"}), (Texts{"IV. KINH PHÍ", "V. TỔ CHỨC"}));
}

TEST(LabelMender, SetsTheNumberThatIsDueApartFromTheDustBehindIt)
{
    EXPECT_EQ(
        mended({"1.'Ban Giám đốc", "2, Các khoa"}), (Texts{"1. Ban Giám đốc", "2. Các khoa"})
    );
}

} // namespace
} // namespace tiendo::documents
