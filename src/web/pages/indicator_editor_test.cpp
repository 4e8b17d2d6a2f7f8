#include "web/pages/library_entry_fields.hpp"
#include "web/pages/sample_visit.hpp"

#include <gmock/gmock.h>

namespace tiendo::web {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* address = "/chi-so/violence-victims-served";

std::string shown_mark(const std::string& html)
{
    const std::string name = "name=\"mark_shown\" value=\"";
    const auto at = html.find(name);
    if (at == std::string::npos) return {};
    return html.substr(at + name.size(), 64);
}

TEST(IndicatorEditor, TriesAFormulaOnRealAnswersWithEachStep)
{
    auto& office = sample_office();
    const auto page = visited(office, "chuyenvien", address);
    EXPECT_THAT(text_of(page->body), HasSubstr("Thử trên số liệu thật"));
    const auto tried =
        posted(office, "chuyenvien", address, library_entry_fields("den − num", "den", "thu"));
    ASSERT_TRUE(tried.has_value());
    EXPECT_THAT(text_of(tried->body), HasSubstr("15,00%")); // 3 of 20
    EXPECT_THAT(text_of(tried->body), HasSubstr("phép trừ"));
}

TEST(IndicatorEditor, MarksThePlaceThatIsWrong)
{
    const auto answer = posted(
        sample_office(), "chuyenvien", address, library_entry_fields("den − q7", "den", "xem")
    );
    ASSERT_TRUE(answer.has_value());
    EXPECT_EQ(answer->status, 422);
    EXPECT_THAT(answer->body, HasSubstr("<code>den − <mark>q7</mark></code>"));
}

TEST(IndicatorEditor, SavesNothingWhoseEffectWasNotShown)
{
    auto office = new_sample_office();
    auto form = library_entry_fields("den − num", "den", "luu");
    const auto first = posted(office, "chuyenvien", address, form);
    EXPECT_EQ(first->status, 200);
    EXPECT_THAT(text_of(first->body), HasSubstr("85,00%"));
    EXPECT_THAT(text_of(first->body), HasSubstr("15,00%"));
    const auto mark = shown_mark(first->body);
    auto changed = library_entry_fields("den − num + 1", "den", "luu");
    changed.add("mark_shown", mark);
    EXPECT_EQ(posted(office, "chuyenvien", address, changed)->status, 200);
    form.add("mark_shown", mark);
    const auto saved = posted(office, "chuyenvien", address, form);
    EXPECT_EQ(saved->status, 303);
    const auto after = visited(office, "chuyenvien", address)->body;
    EXPECT_THAT(after, HasSubstr("value=\"den − num\""));
    EXPECT_THAT(text_of(after), HasSubstr("Các lần lưu"));
    const auto target = visited(office, "pct", "/ke-hoach/1/chi-tieu/3-2a?ky=2023")->body;
    EXPECT_THAT(text_of(target), HasSubstr("15,00%"));
}

TEST(IndicatorEditor, SaysThatNothingMovesWhereNothingDoes)
{
    const auto answer =
        posted(sample_office(), "chuyenvien", address, library_entry_fields("num", "den", "xem"));
    EXPECT_THAT(text_of(answer->body), HasSubstr("Không số liệu nào của kế hoạch nào thay đổi."));
}

TEST(TargetPage, LeadsFromTheFigureToEachCell)
{
    const auto page = visited(sample_office(), "pct", "/ke-hoach/1/chi-tieu/3-2a?ky=2023")->body;
    EXPECT_THAT(text_of(page), HasSubstr("Vì sao có số này"));
    EXPECT_THAT(text_of(page), HasSubstr("Kết quả, nhân với 100 85"));
    EXPECT_THAT(page, HasSubstr("href=\"/o/plei-kan.3-2a.2023"));
}

} // namespace
} // namespace tiendo::web
