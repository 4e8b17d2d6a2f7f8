#include "app/quality/data_quality.hpp"
#include "app/report/history.hpp"
#include "web/pages/data_quality.hpp"
#include "web/pages/sample_visit.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tiendo::web {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* address = "/ke-hoach/1/hoi-so-lieu?ky=2023";

std::string seen(app::Office& office, const char* login)
{
    const auto page = visited(office, login, address);
    return page ? text_of(page->body.substr(page->body.find("<main")))
                : page.error().problems.front().key;
}

/// Bờ Y said last year that 10% of its people were informed; this year it says 65%.
void remember_a_low_year(app::Office& office)
{
    const auto done = office.write(sample_person(office, "chuyenvien"), [](app::Work& work) {
        Cell cell;
        cell.state = ValueState::value;
        cell.numbers = {{"num", 1000}, {"den", 10000}};
        Answers answers;
        answers.cells[MeasureId("6.1")] = cell;
        return app::take_over_history(
            work, {PlanId("1"), PeriodId("2022"), UnitId("bo-y")}, answers
        );
    });
    ASSERT_TRUE(done.has_value());
}

DataQuestion only_question(app::Office& office)
{
    const auto asked = office.read(sample_person(office, "chuyenvien"), [](app::Work& work) {
        return app::data_questions(work, PlanId("1"), PeriodId("2023"));
    });
    EXPECT_EQ(asked.value().size(), 1U);
    return asked.value().empty() ? DataQuestion{} : asked.value().front().question;
}

Result<Response>
answered(app::Office& office, const char* login, const DataQuestion& question, const char* reason)
{
    return posted(
        office,
        login,
        address,
        {{"question", question.id()}, {"about", question.about()}, {"reason", reason}}
    );
}

TEST(DataQuality, AsksNothingOfFiguresThatLookAsUsual)
{
    EXPECT_THAT(
        seen(sample_office(), "chuyenvien"), HasSubstr("Không có câu hỏi nào chưa trả lời.")
    );
}

TEST(DataQuality, ShowsEachQuestionWithItsPlace)
{
    auto office = new_sample_office();
    remember_a_low_year(office);
    const auto page = visited(office, "chuyenvien", address);
    ASSERT_TRUE(page.has_value());
    EXPECT_THAT(page->body, HasSubstr("/o/bo-y.6-1.2023"));
    const auto text = seen(office, "chuyenvien");
    EXPECT_THAT(
        text, HasSubstr("Năm nay 65% (6.630/10.200), cùng kỳ năm trước 10%: chênh lệch lớn.")
    );
    EXPECT_THAT(text, HasSubstr("Chưa trả lời: 1"));
}

TEST(DataQuality, KeepsAnAnswerUntilTheNumbersChange)
{
    auto office = new_sample_office();
    remember_a_low_year(office);
    const auto question = only_question(office);
    const auto done = answered(office, "chuyenvien", question, "năm trước chỉ tính một thôn");
    ASSERT_TRUE(done.has_value());
    EXPECT_EQ(done->status, 303);
    EXPECT_THAT(seen(office, "pct"), HasSubstr("Đúng như vậy, vì: năm trước chỉ tính một thôn"));
    auto other = question;
    other.problem.args["value"] = "66";
    const auto late = answered(office, "chuyenvien", other, "năm trước chỉ tính một thôn");
    ASSERT_TRUE(late.has_value());
    EXPECT_EQ(late->status, 409);
    EXPECT_THAT(text_of(late->body), HasSubstr("Số liệu vừa thay đổi"));
}

TEST(DataQuality, AsksForTheReason)
{
    auto office = new_sample_office();
    remember_a_low_year(office);
    const auto done = answered(office, "chuyenvien", only_question(office), "  ");
    ASSERT_TRUE(done.has_value());
    EXPECT_EQ(done->status, 422);
    EXPECT_THAT(text_of(done->body), HasSubstr("Ghi vì sao số liệu đúng như vậy."));
    EXPECT_THAT(done->body, HasSubstr("href=\"#cau-hoi-1-ly-do\"")) << "the sentence leads there";
}

TEST(DataQuality, ShowsAUnitItsOwnQuestionsAlone)
{
    auto office = new_sample_office();
    remember_a_low_year(office);
    EXPECT_THAT(seen(office, "bo-y"), HasSubstr("Năm nay 65%"));
    EXPECT_THAT(seen(office, "saloong"), HasSubstr("Không có câu hỏi nào chưa trả lời."));
    const auto foreign = answered(office, "saloong", only_question(office), "vì thế");
    EXPECT_TRUE(!foreign || foreign->status == 409) << "it is not asked that";
    const auto own = answered(office, "bo-y", only_question(office), "vì thế");
    ASSERT_TRUE(own.has_value());
    EXPECT_EQ(own->status, 303);
}

TEST(DataQuality, LetsTheLeaderLookButNotAnswer)
{
    auto office = new_sample_office();
    remember_a_low_year(office);
    EXPECT_THAT(seen(office, "pct"), Not(HasSubstr("Ghi trả lời")));
    const auto done = answered(office, "pct", only_question(office), "vì thế");
    EXPECT_TRUE(!done || done->status == 403);
}

} // namespace
} // namespace tiendo::web
