#include "documents/package/package_read_back.hpp"
#include "documents/writing/sample_report_fixture.hpp"
#include "documents/writing/write_docx.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace tiendo::documents {
namespace {

using testing::Contains;
using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

using Texts = std::vector<std::string>;

std::string part(const OfficialDocument& document, const std::string& path)
{
    for (const auto& file : read_back(write_docx(document))) {
        if (file.path == path) return file.bytes;
    }
    ADD_FAILURE() << path << " is missing";
    return {};
}

std::string main_part(const OfficialDocument& document)
{
    return part(document, "word/document.xml");
}

Texts paragraphs(const OfficialDocument& document, const std::string& style)
{
    return select(main_part(document), "//w:p[w:pPr/w:pStyle/@w:val='" + style + "']");
}

TEST(WriteDocx, WritesTheSameBytesForTheSameDocument)
{
    EXPECT_EQ(write_docx(sample_report()), write_docx(sample_report()));
}

TEST(WriteDocx, PutsTheContentTypesFirstAndNamesEveryPart)
{
    const auto files = read_back(write_docx(sample_report()));
    const auto types = select(files.front().bytes, "/Types/Override/@PartName");

    EXPECT_EQ(files.front().path, "[Content_Types].xml");
    for (const auto& file : files) {
        EXPECT_FALSE(select(file.bytes, "/*").empty());
        if (file.path.ends_with(".rels") || file.path == "[Content_Types].xml") continue;
        EXPECT_THAT(types, Contains("/" + file.path));
    }
    EXPECT_EQ(files.size(), types.size() + 3);
}

TEST(WriteDocx, WritesTheHeadOfADocument)
{
    const auto report = sample_report();

    EXPECT_THAT(
        paragraphs(report, "NationalTitle"), ElementsAre("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    );
    EXPECT_THAT(paragraphs(report, "Motto"), ElementsAre("Độc lập - Tự do - Hạnh phúc"));
    EXPECT_THAT(paragraphs(report, "Superior"), ElementsAre("UBND HUYỆN NGỌC HỒI"));
    EXPECT_THAT(
        paragraphs(report, "Issuer"), ElementsAre("PHÒNG LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI")
    );
    EXPECT_THAT(paragraphs(report, "Number"), ElementsAre("Số: 09/BC-LĐTBXH"));
    EXPECT_THAT(
        paragraphs(report, "PlaceAndDate"), ElementsAre("Ngọc Hồi, ngày 11 tháng 12 năm 2023")
    );
    EXPECT_THAT(paragraphs(report, "TypeName"), ElementsAre("BÁO CÁO"));
}

TEST(WriteDocx, NamesSeveralAddresseesOnLinesOfTheirOwn)
{
    EXPECT_THAT(
        paragraphs(sample_report(), "Addressee"),
        ElementsAre(
            "",
            "Kính gửi:",
            "- Sở Lao động - Thương binh và Xã hội tỉnh Kon Tum;",
            "- Ủy ban nhân dân huyện Ngọc Hồi.",
            ""
        )
    );
}

TEST(WriteDocx, NamesOneAddresseeOnTheSameLine)
{
    auto report = sample_report();
    report.addressees.resize(1);

    EXPECT_THAT(
        paragraphs(report, "Addressee"),
        Contains("Kính gửi: Sở Lao động - Thương binh và Xã hội tỉnh Kon Tum")
    );
}

TEST(WriteDocx, WritesTheSubjectOfALetterBelowItsNumber)
{
    auto letter = sample_report();
    letter.type_name.clear();
    letter.subject = "đôn đốc báo cáo";

    EXPECT_THAT(paragraphs(letter, "LetterSubject"), ElementsAre("V/v đôn đốc báo cáo"));
    EXPECT_THAT(paragraphs(letter, "Subject"), IsEmpty());
}

TEST(WriteDocx, LeavesNumberAndDateOpenForTheClerk)
{
    auto draft = sample_report();
    draft.number.clear();
    draft.date.reset();

    const std::string gap = "\u00a0\u00a0\u00a0\u00a0\u00a0";
    EXPECT_THAT(paragraphs(draft, "Number"), ElementsAre("Số: " + gap + "/BC-LĐTBXH"));
    EXPECT_THAT(
        paragraphs(draft, "PlaceAndDate"),
        ElementsAre("Ngọc Hồi, ngày " + gap + " tháng " + gap + " năm " + gap)
    );
}

TEST(WriteDocx, TakesADocumentOfWhichNothingIsKnownYet)
{
    const OfficialDocument empty;

    EXPECT_THAT(paragraphs(empty, "PlaceAndDate"), ElementsAre(testing::StartsWith("ngày")));
    EXPECT_THAT(paragraphs(empty, "Issuer"), ElementsAre(""));
    EXPECT_THAT(select(main_part(empty), "//w:tc[not(w:p)]"), IsEmpty());
}

TEST(WriteDocx, PutsHeadingsInThreeStyles)
{
    const auto report = sample_report();

    EXPECT_THAT(paragraphs(report, "Heading1"), Contains("I. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO"));
    EXPECT_THAT(paragraphs(report, "Heading2"), Contains("1. Ban hành văn bản chỉ đạo"));
    EXPECT_THAT(paragraphs(report, "Heading3"), Contains("a) Ngân sách cấp huyện"));
}

TEST(WriteDocx, MarksComputedNumbersWithUniqueBookmarks)
{
    const auto xml = main_part(sample_report());
    const auto names = select(xml, "//w:bookmarkStart/@w:name");
    auto sorted = names;
    std::sort(sorted.begin(), sorted.end());

    EXPECT_THAT(
        Texts(names.begin(), names.begin() + 4), ElementsAre("o_3-2a", "o_3-2a_2", "o_4-2", "o_4-1")
    );
    EXPECT_EQ(std::adjacent_find(sorted.begin(), sorted.end()), sorted.end());
    EXPECT_THAT(names, Each(testing::MatchesRegex("[A-Za-z_][A-Za-z0-9_-]*")));
    EXPECT_THAT(
        select(xml, "//w:bookmarkStart[@w:name='o_3-2a']/following-sibling::w:r[1]"),
        ElementsAre("85,00%")
    );
}

TEST(WriteDocx, ShowsNothingOfAnEarlierVersion)
{
    EXPECT_THAT(main_part(sample_report()), Not(HasSubstr("78,26")));
}

TEST(WriteDocx, RepeatsTheHeadOfATableAndSplitsNoRow)
{
    const auto xml = main_part(sample_report());
    const std::string annex = "//w:tbl[w:tblPr/w:tblBorders][1]";

    EXPECT_EQ(select(xml, annex + "/w:tr[1]/w:trPr/w:tblHeader").size(), 1U);
    EXPECT_EQ(select(xml, annex + "/w:tr[1]/w:tc").size(), 10U);
    EXPECT_EQ(select(xml, "//w:tr[not(w:trPr/w:cantSplit)]").size(), 0U);
    EXPECT_EQ(select(xml, "//w:tbl[not(w:tblPr/w:tblLayout/@w:type='fixed')]").size(), 0U);
    EXPECT_THAT(
        select(xml, annex + "//w:tc[w:tcPr/w:gridSpan/@w:val='10']"),
        Contains("Mục tiêu 4: Trong lĩnh vực y tế")
    );
}

TEST(WriteDocx, GivesEveryAnnexASectionThatCountsItsOwnPages)
{
    const auto xml = main_part(sample_report());

    EXPECT_THAT(
        select(xml, "//w:sectPr/w:pgSz/@w:orient"), ElementsAre("portrait", "landscape", "portrait")
    );
    EXPECT_EQ(select(xml, "//w:sectPr[w:titlePg]/w:pgNumType[@w:start='1']/@w:start").size(), 3U);
    EXPECT_THAT(paragraphs(sample_report(), "AnnexLabel"), ElementsAre("Phụ lục I", "Phụ lục II"));
    EXPECT_THAT(
        paragraphs(sample_report(), "AnnexReference"),
        Contains("(Kèm theo Báo cáo số 09/BC-LĐTBXH ngày 11 tháng 12 năm 2023 của Phòng Lao động - "
                 "Thương binh và Xã hội)")
    );
}

TEST(WriteDocx, KeepsTheSignatureWithTheLastParagraph)
{
    const auto report = sample_report();

    EXPECT_THAT(
        select(main_part(report), "//w:p[w:pPr/w:keepNext][contains(., 'Trên đây là báo cáo')]"),
        testing::SizeIs(1)
    );
    EXPECT_THAT(
        paragraphs(report, "Signing"),
        ElementsAre("KT. TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG", "", "", "", "")
    );
    EXPECT_THAT(paragraphs(report, "SignerName"), ElementsAre("Trần Thị Minh Hoa"));
    EXPECT_THAT(paragraphs(report, "Recipient"), Contains("- Lưu: VT, LĐTBXH."));
    EXPECT_THAT(paragraphs(report, "Recipient"), Contains("- Thường trực Huyện ủy (b/c);"));
}

TEST(WriteDocx, PrintsTheMarkAtTheHeadOfEveryPage)
{
    const auto report = sample_report();

    for (const auto* header : {"first", "portrait", "landscape"}) {
        const auto path = std::string{"word/header-"} + header + ".xml";
        EXPECT_THAT(select(part(report, path), "//w:t"), Contains("SỐ LIỆU MINH HOẠ")) << path;
    }
    EXPECT_THAT(select(part(report, "word/header-first.xml"), "//w:fldSimple"), IsEmpty());
}

TEST(WriteDocx, UsesTimesNewRomanAlone)
{
    const auto report = sample_report();
    const auto fonts = select(part(report, "word/styles.xml"), "//w:rFonts/@*");
    const auto theme = select(part(report, "word/theme/theme1.xml"), "//a:latin/@typeface");

    EXPECT_THAT(fonts, Each("Times New Roman"));
    EXPECT_THAT(theme, ElementsAre("Times New Roman", "Times New Roman"));
    EXPECT_THAT(main_part(report), Not(HasSubstr("rFonts")));
}

TEST(WriteDocx, TakesTextForTextWhateverItSays)
{
    auto report = sample_report();
    report.annexes.clear();
    report.body = {Paragraph{.runs = {{.text = "</w:t> & \x02<b>\nhai\tba"}}}};

    EXPECT_THAT(paragraphs(report, "BodyText"), ElementsAre("</w:t> & <b>haiba"));
    EXPECT_EQ(select(main_part(report), "//w:br").size(), 1U);
    EXPECT_EQ(select(main_part(report), "//w:r/w:tab").size(), 1U);
}

} // namespace
} // namespace tiendo::documents
