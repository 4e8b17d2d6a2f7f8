#include "documents/text/old_letters.hpp"

#include <gtest/gtest.h>

namespace tiendo::documents {
namespace {

TEST(OldLetters, OfTcvn3AreReadByTheirTable)
{
    EXPECT_EQ(
        in_unicode("V¨n phßng ñy ban nh©n d©n huyÖn Ngäc Håi", OldLetters::tcvn3),
        "Văn phòng ủy ban nhân dân huyện Ngọc Hồi"
    );
    EXPECT_EQ(
        in_unicode(
            "\xC2\xAD"
            "u tiªn",
            OldLetters::tcvn3
        ),
        "ưu tiên"
    );
}

TEST(OldLetters, OfVniAreAVowelWithItsMarkBehindIt)
{
    EXPECT_EQ(
        in_unicode("UÛy ban nhaân daân huyeän Ngoïc Hoài; ñöôïc, tyû leä, cô sôû", OldLetters::vni),
        "Ủy ban nhân dân huyện Ngọc Hồi; được, tỷ lệ, cơ sở"
    );
    EXPECT_EQ(in_unicode("KEÁ HOAÏCH", OldLetters::vni), "KẾ HOẠCH");
}

TEST(OldLetters, AreToldByTheSyllablesThatComeOut)
{
    const std::string tcvn3 =
        "KÕ ho¹ch thùc hiÖn môc tiªu, nhiÖm vô, gi¶i ph¸p; tæ chøc triÓn khai c¸c chØ tiªu "
        "vÒ b×nh ®¼ng giíi, b¸o c¸o kÕt qu¶ vÒ ñy ban nh©n d©n huyÖn";
    const std::string vni =
        "Keá hoaïch thöïc hieän muïc tieâu, nhieäm vuï, giaûi phaùp; toå chöùc trieån khai "
        "caùc chæ tieâu veà bình ñaúng giôùi, baùo caùo keát quaû veà uûy ban nhaân daân";
    EXPECT_EQ(old_letters_of(tcvn3), OldLetters::tcvn3);
    EXPECT_EQ(old_letters_of(vni), OldLetters::vni);
    EXPECT_EQ(old_letters_of(in_unicode(tcvn3, OldLetters::tcvn3)), std::nullopt);
    EXPECT_EQ(old_letters_of("Le comité a été créé à l'été; déjà très âgé"), std::nullopt);
    EXPECT_EQ(old_letters_of(""), std::nullopt);
}

TEST(OldLetters, AreToldByTheNameOfTheFont)
{
    EXPECT_EQ(old_letters_of_font(".VnTime"), OldLetters::tcvn3);
    EXPECT_EQ(old_letters_of_font("BAAAAA+.VnTimeH"), OldLetters::tcvn3);
    EXPECT_EQ(old_letters_of_font("VNI-Times"), OldLetters::vni);
    EXPECT_EQ(old_letters_of_font("Times New Roman"), std::nullopt);
    EXPECT_TRUE(shows_capitals(".VnTimeH"));
    EXPECT_FALSE(shows_capitals(".VnTime"));
}

} // namespace
} // namespace tiendo::documents
