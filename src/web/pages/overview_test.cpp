#include "web/pages/sample_visit.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tiendo::web {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string overview(const char* login, Language language = Language::vietnamese)
{
    const auto page = visited(sample_office(), login, "/ke-hoach/1/tong-quan?ky=2023", language);
    return page ? page->body : page.error().problems.front().key;
}

std::string overview_text(Language language = Language::vietnamese)
{
    const auto html = overview("pct", language);
    return text_of(html.substr(html.find("<main")));
}

TEST(Overview, CountsAllTwentyReports)
{
    const auto text = overview_text();
    EXPECT_THAT(text, HasSubstr("Nộp báo cáo (20 đơn vị)"));
    EXPECT_THAT(text, HasSubstr("12 đã tiếp nhận 3 đã nộp, chờ tiếp nhận 1 trả lại 2 quá hạn"));
    EXPECT_THAT(text, HasSubstr("1 báo cáo riêng 1 đề nghị phối hợp"));
}

TEST(Overview, SaysTheResultsInOneLine)
{
    EXPECT_THAT(
        overview_text(),
        HasSubstr("Kết quả (20 chỉ tiêu thành phần) 10 đạt 7 chưa đạt 3.3 không phát sinh "
                  "3.1 không có nguồn số liệu 4.3 chưa đánh giá")
    );
}

TEST(Overview, ShowsAFigureWithItsCountsAndCoverage)
{
    const auto text = overview_text();
    EXPECT_THAT(text, HasSubstr("85,00% ước 17/20 đã có số liệu 6/8 xã"));
    EXPECT_THAT(text, HasSubstr("từ 80% trở lên"));
    EXPECT_THAT(text, HasSubstr("+5,00"));
}

TEST(Overview, ComparesWithoutRounding)
{
    const auto text = overview_text();
    EXPECT_THAT(text, HasSubstr("55,56%"));
    EXPECT_THAT(text, HasSubstr("còn thiếu 1 cơ quan"));
    EXPECT_THAT(
        text,
        HasSubstr("So sánh bằng số chưa làm tròn: 5/9 còn dưới 56%, dù làm tròn thì thành 56%.")
    );
}

TEST(Overview, SaysWhyThereIsNoFigureAndNeverZero)
{
    const auto text = overview_text();
    EXPECT_THAT(text, HasSubstr("không có nguồn số liệu"));
    EXPECT_THAT(text, HasSubstr("không phát sinh"));
    EXPECT_THAT(text, HasSubstr("0,00"));
    EXPECT_THAT(text, Not(HasSubstr("nan")));
}

TEST(Overview, NamesAtMostThreeThingsToDo)
{
    const auto html = overview("pct");
    const auto list = html.substr(html.find("<ul class=\"attention\">"));
    EXPECT_THAT(text_of(list.substr(0, list.find("</ul>"))), HasSubstr("2 đơn vị quá hạn: "));
    std::size_t items = 0;
    for (auto at = list.find("<li>"); at < list.find("</ul>"); at = list.find("<li>", at + 1))
        ++items;
    EXPECT_EQ(items, 3u);
}

TEST(Overview, LeadsFromEachFigureToItsSources)
{
    EXPECT_THAT(overview("pct"), HasSubstr("href=\"/ke-hoach/1/chi-tieu/3-2a?ky=2023\""));
}

TEST(Overview, IsNotForUnitOfficers)
{
    EXPECT_EQ(overview("saloong"), "access.forbidden");
}

TEST(Overview, SpeaksEnglish)
{
    const auto text = overview_text(Language::english);
    EXPECT_THAT(text, HasSubstr("10 met 7 not met"));
    EXPECT_THAT(text, HasSubstr("80% or more"));
    EXPECT_THAT(text, HasSubstr("85.00%"));
}

} // namespace
} // namespace tiendo::web
