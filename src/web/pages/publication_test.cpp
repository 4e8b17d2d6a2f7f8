#include "app/figure/publication.hpp"
#include "web/pages/publication.hpp"
#include "web/pages/sample_visit.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tiendo::web {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* page_address = "/ke-hoach/1/cong-bo?ky=2023";

std::string seen(app::Office& office, const char* login)
{
    const auto page = visited(office, login, page_address);
    return page ? text_of(page->body.substr(page->body.find("<main")))
                : page.error().problems.front().key;
}

TEST(Publication, SaysOfEachSensitiveTargetWhatIsHiddenAndWhy)
{
    const auto text = seen(sample_office(), "chuyenvien");
    EXPECT_THAT(text, HasSubstr("Số liệu dưới cấp tỉnh."));
    EXPECT_THAT(text, HasSubstr("Che 8 ô"));
    EXPECT_THAT(text, Not(HasSubstr("17/20")));
    EXPECT_THAT(text, HasSubstr("Chưa có bản công bố nào của kỳ này."));
}

TEST(Publication, IsDownloadedByTheOfficeAndKept)
{
    auto office = new_sample_office();
    const auto file = posted(office, "chuyenvien", page_address, {});
    ASSERT_TRUE(file.has_value());
    EXPECT_EQ(file->status, 200);
    EXPECT_TRUE(file->body.starts_with("PK"));
    const auto text = seen(office, "chuyenvien");
    EXPECT_THAT(text, Not(HasSubstr("Chưa có bản công bố nào")));
    const auto detail = office.read(sample_person(office, "chuyenvien"), [](app::Work& work) {
        return work.kept.journal().list({.verb = "figure_table.published"}).front().entry.detail;
    });
    EXPECT_THAT(detail, HasSubstr(R"("3.2a":"below_province")"));
}

TEST(Publication, IsAnOfficialNoticeToo)
{
    auto office = new_sample_office();
    const auto file = posted(office, "chuyenvien", page_address, {{"form", "docx"}});
    ASSERT_TRUE(file.has_value());
    EXPECT_EQ(file->status, 200);
    EXPECT_TRUE(file->body.starts_with("PK"));
    EXPECT_THAT(seen(office, "chuyenvien"), Not(HasSubstr("Chưa có bản công bố nào")));
}

TEST(Publication, ShowsTotalsOnlyByADecisionOfTheHeadWithAReason)
{
    auto office = new_sample_office();
    constexpr const char* address = "/ke-hoach/1/cong-bo/cach?ky=2023";
    const auto without = posted(office, "truongphong", address, {{"use", "totals"}});
    ASSERT_TRUE(without.has_value());
    EXPECT_EQ(without->status, 422);
    EXPECT_THAT(text_of(without->body), HasSubstr("Ghi căn cứ hoặc lý do"));
    const auto decided =
        posted(office, "truongphong", address, {{"use", "totals"}, {"reason", "theo QĐ 12"}});
    ASSERT_TRUE(decided.has_value());
    EXPECT_EQ(decided->status, 303);
    const auto text = seen(office, "truongphong");
    EXPECT_THAT(text, HasSubstr("Có số từ 1 đến 4 người.")) << "3 of 20 were not served";
    EXPECT_THAT(text, Not(HasSubstr("Số liệu dưới cấp tỉnh.")));
}

TEST(Publication, IsNotForTheOtherUnits)
{
    const auto page = visited(sample_office(), "saloong", page_address);
    EXPECT_TRUE(!page || page->status == 403);
}

} // namespace
} // namespace tiendo::web
