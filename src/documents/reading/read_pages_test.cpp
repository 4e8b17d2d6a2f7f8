#include "base/text.hpp"
#include "documents/reading/read_pages.hpp"

#include <gtest/gtest.h>

namespace tiendo::documents {
namespace {

constexpr double letter_width = 6;
constexpr double line_height = 14;
constexpr double left_margin = 60;

/// Sets words as a typewriter would: every letter is as wide as the others.
class PageSetter {
public:
    PageSetter() { page_.width = 600, page_.height = 800; }

    PageSetter& at(double x, double y, const std::string& text)
    {
        for (const auto& word : split(text, ' ')) {
            const auto width = static_cast<double>(character_count(word)) * letter_width;
            page_.words.push_back({word, {x, y, x + width, y + line_height}});
            x += width + letter_width / 2;
        }
        return *this;
    }

    /// One line after the other below `y`.
    PageSetter& lines(double y, const std::vector<std::string>& texts)
    {
        for (const auto& text : texts) {
            at(left_margin, y, text);
            y += line_height + 4;
        }
        return *this;
    }

    PageSetter& rule(double left, double top, double right, double bottom)
    {
        page_.rules.push_back({{left, top, right, bottom}});
        return *this;
    }

    PageLayout page() const { return page_; }

    /// As a recogniser gives it that is as sure of each word as said.
    PageLayout recognised(int confidence) const
    {
        auto page = page_;
        page.is_recognised = true;
        for (auto& word : page.words)
            word.confidence = confidence;
        return page;
    }

private:
    PageLayout page_;
};

std::vector<std::string> paragraphs(const DocumentText& document)
{
    std::vector<std::string> texts;
    for (const auto& block : document.blocks) {
        if (const auto* paragraph = std::get_if<Paragraph>(&block))
            texts.push_back(paragraph->text);
    }
    return texts;
}

std::vector<std::vector<std::string>> cells(const Block& block)
{
    std::vector<std::vector<std::string>> texts;
    for (const auto& row : std::get<Table>(block).rows) {
        texts.emplace_back();
        for (const auto& cell : row.cells)
            texts.back().push_back(cell.text);
    }
    return texts;
}

/// As long as the text is wide; its last word begins a sentence that goes on.
const std::string full_line =
    "Đến cuối năm có 90% các cơ quan quản lý nhà nước và chính quyền địa phương các cấp";

TEST(ReadPages, JoinsTheLinesOfAParagraph)
{
    PageSetter setter;
    setter.lines(80, {"KẾ HOẠCH", "Năm 2023"}).lines(130, {full_line, "có lãnh đạo là nữ."});
    const auto document = read_pages({setter.page()});
    EXPECT_EQ(paragraphs(document).back(), full_line + " có lãnh đạo là nữ.");
    ASSERT_EQ(document.source.size(), 4U);
    EXPECT_EQ(document.source[3].text, "có lãnh đạo là nữ.");
}

TEST(ReadPages, JoinsASentenceThatAPageEndCutAndDropsWhatStandsBetween)
{
    PageSetter first;
    PageSetter second;
    first.lines(80, {"KẾ HOẠCH", "Năm 2023"}).lines(700, {full_line}).at(300, 770, "1");
    second.at(300, 20, "- 2 -").lines(80, {"Trung ương có lãnh đạo là nữ."});
    const auto document = read_pages({first.page(), second.page()});
    EXPECT_EQ(paragraphs(document).back(), full_line + " Trung ương có lãnh đạo là nữ.");
    EXPECT_TRUE(document.joins.empty()) << "the page end is the printer's, not the writer's";
}

TEST(ReadPages, DropsARunningHeadThatMostPagesRepeat)
{
    std::vector<PageLayout> pages;
    for (int n = 1; n <= 4; ++n) {
        PageSetter setter;
        setter.at(60, 20, "Kế hoạch bình đẳng giới, trang " + std::to_string(n));
        setter.lines(100, {"Đoạn thứ " + std::to_string(n) + " là một câu."});
        pages.push_back(setter.page());
    }
    const std::vector<std::string> expected{
        "Đoạn thứ 1 là một câu.",
        "Đoạn thứ 2 là một câu.",
        "Đoạn thứ 3 là một câu.",
        "Đoạn thứ 4 là một câu."
    };
    EXPECT_EQ(paragraphs(read_pages(std::move(pages))), expected);
}

TEST(ReadPages, ReadsTheLetterheadColumnAfterColumn)
{
    PageSetter setter;
    setter.at(60, 60, "ỦY BAN NHÂN DÂN").at(300, 60, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    setter.at(60, 80, "XÃ ĐẮK DỤC").at(330, 84, "Độc lập - Tự do - Hạnh phúc");
    setter.at(60, 110, "Số: 12/KH-UBND").at(330, 110, "Đắk Dục, ngày 10 tháng 3 năm 2023");
    setter.at(260, 150, "KẾ HOẠCH");
    const std::vector<std::string> expected{
        "ỦY BAN NHÂN DÂN",
        "XÃ ĐẮK DỤC",
        "Số: 12/KH-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Đắk Dục, ngày 10 tháng 3 năm 2023",
        "KẾ HOẠCH"
    };
    EXPECT_EQ(paragraphs(read_pages({setter.page()})), expected);
}

TEST(ReadPages, ReadsOnInANarrowColumnOfTheLetterhead)
{
    PageSetter setter;
    setter.at(60, 60, "HỘI ĐỒNG NHÂN DÂN").at(330, 60, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA");
    setter.at(60, 80, "HUYỆN ĐỒNG XUÂN").at(330, 80, "VIỆT NAM");
    setter.at(330, 110, "Đồng Xuân, ngày 19 tháng 12 năm").at(330, 128, "2024");
    setter.at(260, 160, "NGHỊ QUYẾT");
    const std::vector<std::string> expected{
        "HỘI ĐỒNG NHÂN DÂN",
        "HUYỆN ĐỒNG XUÂN",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Đồng Xuân, ngày 19 tháng 12 năm 2024",
        "NGHỊ QUYẾT"
    };
    EXPECT_EQ(paragraphs(read_pages({setter.page()})), expected);
}

TEST(ReadPages, FindsTheColumnsAboveATitleThatIsNoTypeName)
{
    PageSetter setter;
    setter.at(60, 60, "TRƯỜNG THPT LÊ LỢI").at(330, 60, "Phố Hiến, ngày 20 tháng 9 năm 2024");
    setter.at(60, 80, "TỔ TOÁN - TIN");
    setter.lines(120, {full_line, "I. ĐẶC ĐIỂM"});
    const auto found = paragraphs(read_pages({setter.page()}));
    ASSERT_GE(found.size(), 3U);
    EXPECT_EQ(found[1], "TỔ TOÁN - TIN");
    EXPECT_EQ(found[2], "Phố Hiến, ngày 20 tháng 9 năm 2024");
}

TEST(ReadPages, JoinsASymbolThatALineEndCut)
{
    PageSetter setter;
    const auto before = "Căn cứ Luật Tổ chức chính quyền địa phương và Quyết định số 217-";
    setter.lines(80, {"KẾ HOẠCH", "Năm 2023", "I. CĂN CỨ"});
    setter.lines(150, {before, "QĐ/TW ngày 12/12/2013 của Bộ Chính trị."});
    EXPECT_EQ(
        paragraphs(read_pages({setter.page()})).back(),
        std::string(before) + "QĐ/TW ngày 12/12/2013 của Bộ Chính trị."
    );
}

/// Paragraphs that begin further right than they go on, as Decree 30/2020 sets them.
PageSetter indented_page()
{
    PageSetter setter;
    setter.lines(40, {"KẾ HOẠCH"});
    for (const double y : {70.0, 110.0, 150.0})
        setter.at(90, y, full_line).lines(y + 18, {"có lãnh đạo chủ chốt là nữ."});
    return setter;
}

TEST(ReadPages, ReadsOnAtTheMarginWhateverTheLineBeginsWith)
{
    auto setter = indented_page();
    const auto before =
        "b) Cứng hóa 2,5 km đường vào thác Hiêu và bãi đỗ xe. Chủ trì: Ban Quản lý dự án.";
    setter.at(90, 190, before).lines(208, {"Thời gian: quý IV năm 2025 theo kế hoạch."});
    EXPECT_EQ(
        paragraphs(read_pages({setter.page()})).back(),
        std::string(before) + " Thời gian: quý IV năm 2025 theo kế hoạch."
    );
}

TEST(ReadPages, BeginsAParagraphBelowAFullLineThatBeganOneItself)
{
    auto setter = indented_page();
    const auto title =
        "4. Bảo hiểm xã hội tỉnh, Ngân hàng Chính sách xã hội chi nhánh tỉnh và Kho bạc tỉnh";
    setter.at(90, 190, title).at(90, 208, "Thực hiện chính sách bảo hiểm y tế, tín dụng.");
    const auto document = read_pages({setter.page()});
    EXPECT_EQ(paragraphs(document).back(), "Thực hiện chính sách bảo hiểm y tế, tín dụng.");
    EXPECT_TRUE(document.joins.empty());
}

TEST(ReadPages, ReadsTheRecipientsBeforeTheSignatureBesideThem)
{
    PageSetter setter;
    setter.at(260, 60, "KẾ HOẠCH").lines(100, {"Nội dung."});
    setter.at(380, 294, "TM. ỦY BAN NHÂN DÂN");
    setter.lines(
        300, {"Nơi nhận:", "- Sở Lao động - Thương binh và", "Xã hội (b/c);", "- Lưu: VT."}
    );
    setter.at(400, 318, "CHỦ TỊCH").at(410, 360, "Y Lan");
    const std::vector<std::string> expected{
        "KẾ HOẠCH",
        "Nội dung.",
        "Nơi nhận:",
        "- Sở Lao động - Thương binh và Xã hội (b/c);",
        "- Lưu: VT.",
        "TM. ỦY BAN NHÂN DÂN",
        "CHỦ TỊCH",
        "Y Lan"
    };
    EXPECT_EQ(paragraphs(read_pages({setter.page()})), expected);
}

/// Three columns and as many rows as there are tops, the last of which is the lower edge.
void draw_grid(PageSetter& setter, const std::vector<double>& tops)
{
    for (const auto y : tops)
        setter.rule(60, y, 500, y + 1);
    for (const auto x : {60.0, 100.0, 340.0, 500.0})
        setter.rule(x, tops.front(), x + 1, tops.back());
}

TEST(ReadPages, CutsATableByItsRules)
{
    PageSetter setter;
    setter.at(260, 60, "KẾ HOẠCH");
    draw_grid(setter, {100, 120, 160});
    setter.at(65, 103, "TT").at(105, 103, "Nội dung").at(345, 103, "Chủ trì");
    setter.at(65, 123, "1")
        .at(105, 123, "Tổ chức hội nghị sơ kết công tác năm")
        .at(105, 141, "và khen thưởng");
    setter.at(345, 123, "Phòng Nội vụ");
    const auto document = read_pages({setter.page()});
    ASSERT_EQ(document.blocks.size(), 2U);
    const std::vector<std::vector<std::string>> expected{
        {"TT", "Nội dung", "Chủ trì"},
        {"1", "Tổ chức hội nghị sơ kết công tác năm và khen thưởng", "Phòng Nội vụ"}
    };
    EXPECT_EQ(cells(document.blocks[1]), expected);
}

TEST(ReadPages, PutsATableTogetherThatAPageEndCut)
{
    PageSetter first;
    first.at(260, 60, "KẾ HOẠCH");
    draw_grid(first, {700, 720, 740});
    first.at(65, 703, "TT").at(105, 703, "Nội dung").at(345, 703, "Chủ trì");
    first.at(65, 723, "1").at(105, 723, "Tổ chức hội nghị").at(345, 723, "Phòng Nội vụ");
    PageSetter second;
    draw_grid(second, {60, 80, 100, 120});
    second.at(65, 63, "TT").at(105, 63, "Nội dung").at(345, 63, "Chủ trì");
    second.at(105, 83, "sơ kết.");
    second.at(65, 103, "2").at(105, 103, "Tổng kết.").at(345, 103, "Phòng Y tế");
    const auto document = read_pages({first.page(), second.page()});
    ASSERT_EQ(document.blocks.size(), 2U);
    const std::vector<std::vector<std::string>> expected{
        {"TT", "Nội dung", "Chủ trì"},
        {"1", "Tổ chức hội nghị sơ kết.", "Phòng Nội vụ"},
        {"2", "Tổng kết.", "Phòng Y tế"}
    };
    EXPECT_EQ(cells(document.blocks[1]), expected);
}

TEST(ReadPages, AddsWhatStandsBesideNoNameToTheRowThatAPageEndCut)
{
    PageSetter first;
    first.at(260, 60, "KẾ HOẠCH");
    draw_grid(first, {700, 720, 740});
    first.at(65, 703, "TT").at(105, 703, "Nội dung").at(345, 703, "Phân công");
    first.at(65, 723, "1").at(105, 723, "Cho vay vốn").at(345, 723, "Chủ trì: Ngân hàng;");
    PageSetter second;
    draw_grid(second, {60, 80, 100});
    second.at(65, 63, "TT").at(105, 63, "Nội dung").at(345, 63, "Phân công");
    second.at(345, 83, "Phối hợp: Hội Nông dân");
    const auto document = read_pages({first.page(), second.page()});
    ASSERT_EQ(document.blocks.size(), 2U);
    const std::vector<std::vector<std::string>> expected{
        {"TT", "Nội dung", "Phân công"},
        {"1", "Cho vay vốn", "Chủ trì: Ngân hàng; Phối hợp: Hội Nông dân"}
    };
    EXPECT_EQ(cells(document.blocks[1]), expected);
}

TEST(ReadPages, KnowsACellThatIsMergedDownwards)
{
    PageSetter setter;
    setter.at(260, 60, "KẾ HOẠCH");
    for (const auto y : {100.0, 120.0, 160.0})
        setter.rule(60, y, 500, y + 1);
    setter.rule(60, 140, 340, 141);
    for (const auto x : {60.0, 340.0, 500.0})
        setter.rule(x, 100, x + 1, 160);
    setter.at(65, 103, "Nội dung")
        .at(345, 103, "Chủ trì")
        .at(65, 123, "Hội nghị")
        .at(65, 143, "Tập huấn");
    setter.at(345, 133, "Phòng Nội vụ");
    const auto document = read_pages({setter.page()});
    ASSERT_EQ(document.blocks.size(), 2U);
    const auto& rows = std::get<Table>(document.blocks[1]).rows;
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows[1].cells[1].text, "Phòng Nội vụ");
    EXPECT_FALSE(rows[1].cells[1].continues_above);
    EXPECT_TRUE(rows[2].cells[1].continues_above);
    EXPECT_EQ(rows[2].cells[1].text, "");
}

TEST(ReadPages, CutsATableWhoseRulesAScannerBroke)
{
    PageSetter setter;
    setter.at(260, 60, "KẾ HOẠCH");
    for (const auto y : {100.0, 130.0, 160.0})
        setter.rule(60, y, 180, y + 1).rule(230, y, 500, y + 1);
    setter.rule(200, 100, 201, 114).rule(200, 118, 201, 160);
    setter.rule(340, 100, 341, 150).rule(60, 100, 61, 160).rule(500, 100, 501, 160);
    setter.at(65, 103, "TT").at(205, 103, "Chỉ tiêu").at(345, 103, "Kế hoạch");
    setter.at(65, 133, "1").at(205, 133, "Hộ nghèo").at(345, 133, "3,5");
    const auto document = read_pages({setter.page()});
    ASSERT_EQ(document.blocks.size(), 2U);
    EXPECT_EQ(
        cells(document.blocks[1]),
        (std::vector<std::vector<std::string>>{
            {"TT", "Chỉ tiêu", "Kế hoạch"}, {"1", "Hộ nghèo", "3,5"}
        })
    );
}

TEST(ReadPages, DoubtsWhatIsCalledGreaterOrLessInAPicture)
{
    PageSetter setter;
    setter.at(60, 80, "Đạt > một nửa");
    const auto document = read_pages({setter.recognised(99)});
    EXPECT_TRUE(document.source[0].doubts.empty()) << "a sign alone may be dust";
    PageSetter other;
    other.at(60, 80, "Đạt >65 xã");
    EXPECT_EQ(read_pages({other.recognised(99)}).source[0].doubts.size(), 1U);
}

TEST(ReadPages, FindsATableWithoutRulesByItsColumns)
{
    PageSetter setter;
    setter.at(260, 60, "KẾ HOẠCH");
    setter.at(60, 100, "TT").at(100, 100, "Nội dung").at(340, 100, "Chủ trì");
    setter.at(60, 130, "1").at(100, 130, "Tổ chức hội nghị").at(340, 130, "Phòng Nội vụ");
    setter.at(100, 148, "sơ kết");
    setter.lines(
        200, {"Trên đây là kế hoạch, đề nghị các đơn vị thực hiện đúng thời gian quy định."}
    );
    const auto document = read_pages({setter.page()});
    ASSERT_EQ(document.blocks.size(), 3U);
    const std::vector<std::vector<std::string>> expected{
        {"TT", "Nội dung", "Chủ trì"}, {"1", "Tổ chức hội nghị sơ kết", "Phòng Nội vụ"}
    };
    EXPECT_EQ(cells(document.blocks[1]), expected);
}

TEST(ReadPages, KeepsWhereTheLinesOfAPictureStandAndWhichNumbersAreDoubtful)
{
    PageSetter setter;
    setter.at(60, 80, "1. Đạt 56% số xã");
    const auto document = read_pages({setter.page(), setter.recognised(90)});
    ASSERT_EQ(document.source.size(), 2U);
    EXPECT_EQ(document.source[0].place, PagePlace{});
    const auto& line = document.source[1];
    EXPECT_EQ(line.place, (PagePlace{2, 1'000, 1'000, 2'400, 1'175}));
    ASSERT_EQ(line.doubts.size(), 1U) << "neither words nor the number of the item";
    EXPECT_EQ(line.doubts[0].text, "56%");
    EXPECT_EQ(line.doubts[0].place.page, 2);
}

TEST(ReadPages, KeepsTheDoubtsOfATableWithItsRows)
{
    PageSetter setter;
    for (const double y : {100, 130, 160})
        setter.rule(50, y, 550, y + 1);
    for (const double x : {50, 100, 550})
        setter.rule(x, 100, x + 1, 161);
    setter.at(60, 105, "TT").at(110, 105, "Chỉ tiêu").at(60, 135, "1").at(110, 135, "Đạt 56%");
    const auto document = read_pages({setter.recognised(90)});
    ASSERT_EQ(document.source.size(), 2U);
    EXPECT_TRUE(document.source[0].doubts.empty());
    ASSERT_EQ(document.source[1].doubts.size(), 2U);
    EXPECT_EQ(document.source[1].doubts[1].text, "56%");
    EXPECT_EQ(document.source[1].place.top, 1'631);
}

TEST(ReadPages, PutsTheStrokesOfAQuarterRightAndDoubtsThem)
{
    PageSetter setter;
    setter.at(60, 80, "Hoàn thành trong quý HI/2024.");
    const auto document = read_pages({setter.recognised(97)});
    EXPECT_EQ(document.source[0].text, "Hoàn thành trong quý III/2024.");
    ASSERT_EQ(document.source[0].doubts.size(), 1U);
    EXPECT_EQ(document.source[0].doubts[0].text, "III/2024.");
}

TEST(ReadPages, DoubtsADayThatIsNoneHoweverSureTheRecogniserIs)
{
    PageSetter setter;
    setter.lines(80, {"Xong trước ngày 15/9/2924.", "Xong trước ngày 15/9/2024."});
    const auto document = read_pages({setter.recognised(99)});
    ASSERT_EQ(document.source[0].doubts.size(), 1U);
    EXPECT_EQ(document.source[0].doubts[0].text, "15/9/2924.");
    EXPECT_TRUE(document.source[1].doubts.empty());
}

TEST(ReadPages, KnowsTheHeadOfATableAgainThatWasRecognisedOtherwise)
{
    const auto page = [](const std::string& head, const std::string& row) {
        PageSetter setter;
        for (const double y : {100, 130, 160})
            setter.rule(50, y, 550, y + 1);
        for (const double x : {50, 300, 550})
            setter.rule(x, 100, x + 1, 161);
        setter.at(60, 105, head).at(310, 105, "Người thực hiện");
        return setter.at(60, 135, row).at(310, 135, "Hiệu trưởng").recognised(97);
    };
    const auto document =
        read_pages({page("Nội dung công việc", "Một việc"), page("Nội dung côngviệc", "Hai việc")});
    ASSERT_EQ(document.blocks.size(), 1U);
    EXPECT_EQ(cells(document.blocks[0]).size(), 3U);
}

TEST(ReadPages, KnowsTheRolesOfRecipientsWhoseStrokeWasLost)
{
    PageSetter setter;
    setter.lines(80, {"Nơi nhận:", "- Ủy ban nhân dân huyện (để bc);", "- Các phòng (uh);"});
    const auto document = read_pages({setter.recognised(97)});
    EXPECT_EQ(document.source[1].text, "- Ủy ban nhân dân huyện (để b/c);");
    EXPECT_EQ(document.source[2].text, "- Các phòng (t/h);");
}

TEST(ReadPages, AnswersNothingForNoPages)
{
    EXPECT_TRUE(read_pages({}).blocks.empty());
    EXPECT_TRUE(read_pages({PageLayout{}, PageLayout{}}).blocks.empty());
}

} // namespace
} // namespace tiendo::documents
