#include "base/text.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tiendo {
namespace {

TEST(Nfc, JoinsMarksThatCameApart)
{
    EXPECT_EQ(to_nfc("e\xCC\x82\xCC\x81"), "ế");
}

TEST(SearchKey, IsBlindToMarksAndCase)
{
    EXPECT_EQ(search_key("Xã ĐẮK Dục"), "xa dak duc");
    EXPECT_EQ(search_key("Lao động – Thương binh"), "lao dong - thuong binh");
}

TEST(NameKey, KeepsMarksButNotWhereTheToneStands)
{
    EXPECT_EQ(name_key("Hoà Bình"), name_key("Hòa Bình"));
    EXPECT_EQ(name_key("Văn hoá"), name_key("văn hóa;"));
    EXPECT_NE(name_key("giám đốc"), name_key("giảm đốc"));
}

TEST(NameKey, TakesAllDashesForOne)
{
    EXPECT_EQ(
        name_key("Phòng Lao động - Thương binh và Xã hội"),
        name_key("phòng Lao động – Thương binh và xã hội")
    );
}

TEST(Collation, IsVietnamese)
{
    std::vector<std::string> names{
        "Sa Loong", "Đắk Xú", "Plei Kần", "Đắk Ang", "Bờ Y", "Đắk Nông", "Đắk Kan", "Đắk Dục"
    };
    std::ranges::sort(names, collates_before);
    EXPECT_EQ(
        join(names, ", "), "Bờ Y, Đắk Ang, Đắk Dục, Đắk Kan, Đắk Nông, Đắk Xú, Plei Kần, Sa Loong"
    );
    EXPECT_TRUE(collates_before("Xã 2", "Xã 10"));
}

TEST(Squeeze, TakesNoBreakSpacesForSpaces)
{
    EXPECT_EQ(squeeze("  1\xC2\xA0 234 \n vụ "), "1 234 vụ");
}

TEST(Slug, IsPlainAscii)
{
    EXPECT_EQ(
        slug("Phòng Lao động - Thương binh và Xã hội"), "phong-lao-dong-thuong-binh-va-xa-hoi"
    );
}

TEST(Characters, AreCountedAsLettersNotAsBytes)
{
    EXPECT_EQ(character_count("Đắk Xú"), 6u);
    EXPECT_EQ(character_count(""), 0u);
}

TEST(FirstBytes, EndBetweenCharacters)
{
    EXPECT_EQ(first_bytes("Đắk", 2), "Đ");
    EXPECT_EQ(first_bytes("Đắk", 4), "Đ");
    EXPECT_EQ(first_bytes("Đắk", 5), "Đắ");
    EXPECT_EQ(first_bytes("Đắk", 99), "Đắk");
}

TEST(Utf8, IsRefusedWhereItIsBroken)
{
    EXPECT_TRUE(is_valid_utf8("Kế hoạch"));
    EXPECT_FALSE(is_valid_utf8("K\xe1\xba"));
}

} // namespace
} // namespace tiendo
