#include "base/result.hpp"
#include "documents/writing/official_words.hpp"

#include <gtest/gtest.h>

namespace tiendo::documents {
namespace {

TEST(OfficialWords, FillsThePlacesInBraces)
{
    EXPECT_EQ(official_words("motto"), "Độc lập - Tự do - Hạnh phúc");
    EXPECT_EQ(
        official_words("number", {{"number", "05"}, {"symbol", "BC-LĐTBXH"}}), "Số: 05/BC-LĐTBXH"
    );
    EXPECT_EQ(official_words("letter_subject", {{"subject", "{place} <a>"}}), "V/v {place} <a>");
}

TEST(OfficialWords, HasNoWordsForAnUnknownKey)
{
    EXPECT_THROW(official_words("no_such_key"), Bug);
}

TEST(DateInWords, PutsAZeroBeforeDaysBelowTenAndTheFirstTwoMonths)
{
    EXPECT_EQ(date_in_words(date(2023, 1, 5)), "ngày 05 tháng 01 năm 2023");
    EXPECT_EQ(date_in_words(date(2023, 3, 15)), "ngày 15 tháng 3 năm 2023");
    EXPECT_EQ(date_in_words(date(2023, 12, 9)), "ngày 09 tháng 12 năm 2023");
}

TEST(DateInWords, LeavesAnUnknownDateOpen)
{
    EXPECT_EQ(
        date_in_words({}),
        "ngày \u00a0\u00a0\u00a0\u00a0\u00a0 tháng \u00a0\u00a0\u00a0\u00a0\u00a0 năm "
        "\u00a0\u00a0\u00a0\u00a0\u00a0"
    );
}

TEST(DocumentNumber, HasAZeroInFrontBelowTen)
{
    EXPECT_EQ(document_number("5"), "05");
    EXPECT_EQ(document_number("15"), "15");
    EXPECT_EQ(document_number("5a"), "5a");
}

} // namespace
} // namespace tiendo::documents
