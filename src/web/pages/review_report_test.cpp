#include "web/pages/form.hpp"
#include "web/pages/my_work.hpp"
#include "web/pages/print_report.hpp"
#include "web/pages/report_fixture.hpp"
#include "web/pages/report_list.hpp"
#include "web/pages/review_report.hpp"

#include <gtest/gtest.h>

namespace tiendo::web {
namespace {

class ReviewPage : public ::testing::Test, public ReportFixture {
protected:
    Response press(const Fields& form)
    {
        auto visit = monitor();
        auto answer = post_review(visit, request(form));
        EXPECT_TRUE(answer.has_value());
        return answer ? std::move(answer).value() : Response{};
    }
    Response form_page()
    {
        auto visit = officer();
        return get_form(visit, request()).value();
    }
    Response list(Fields query = {})
    {
        auto visit = monitor();
        Request asked;
        asked.path_parameters = {{"plan", "1"}};
        asked.query = std::move(query);
        return get_report_list(visit, asked).value();
    }
};

bool shows(const Response& response, std::string_view text)
{
    return response.body.find(text) != std::string::npos;
}

TEST_F(ReviewPage, AcceptsWhatWasRead)
{
    submit_sa_loong();
    auto visit = monitor();
    EXPECT_TRUE(shows(get_review(visit, request()).value(), "33,33%"));
    EXPECT_EQ(press({{"version", "1"}, {"act", "accept"}}).status, 303);
    EXPECT_EQ(report().state.stage, Stage::accepted);
}

TEST_F(ReviewPage, ReturnsNothingWithoutAReason)
{
    submit_sa_loong();
    const auto refused = press({{"version", "1"}, {"act", "return"}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(shows(refused, "Cần ghi lý do"));
    EXPECT_EQ(report().state.stage, Stage::submitted);
}

TEST_F(ReviewPage, TellsTheUnitWhyAndLeadsToTheCell)
{
    submit_sa_loong();
    press({{"version", "1"}, {"act", "return"}, {"reason", "3.2a: đề nghị ghi rõ số vụ"}});
    const auto page = form_page();
    EXPECT_TRUE(shows(page, "3.2a: đề nghị ghi rõ số vụ"));
    EXPECT_TRUE(shows(page, "href=\"#3.2a\""));
    EXPECT_TRUE(shows(page, "value=\"3\""));
    auto visit = officer();
    EXPECT_TRUE(shows(get_my_work(visit, {}).value(), "Trả lại, cần sửa"));
}

TEST_F(ReviewPage, DoesNotAcceptAReportThatWasWithdrawnMeanwhile)
{
    submit_sa_loong();
    ASSERT_TRUE(office.write(sa_loong, [](app::Work& work) {
        return app::withdraw_report(work, sa_loong_2023);
    }));
    EXPECT_EQ(press({{"version", "1"}, {"act", "accept"}}).status, 409);
    EXPECT_EQ(report().state.stage, Stage::withdrawn);
}

TEST_F(ReviewPage, MarksWhatDiffersFromTheVersionBefore)
{
    submit_sa_loong();
    press({{"version", "1"}, {"act", "return"}, {"reason", "xem lại"}});
    ASSERT_TRUE(office.write(sa_loong, [](app::Work& work) -> Result<Done> {
        const app::NewItem item{"cell/3.2a", R"({"typed":{"num":"2","den":"3"}})", 1};
        (void)TRY(app::save_item(work, sa_loong_2023, item));
        (void)TRY(app::submit_report(work, sa_loong_2023, {app::Channel::web, "second", {}}));
        return done;
    }));
    auto visit = monitor();
    const auto page = get_review(visit, request()).value();
    EXPECT_TRUE(shows(page, "<tr class=\"changed\">"));
    EXPECT_TRUE(shows(page, "33,33% (1/3)"));
}

TEST_F(ReviewPage, ExtendsToADayAndSaysWhatIsNoDay)
{
    EXPECT_EQ(press({{"version", "0"}, {"act", "extend"}, {"deadline_day", "32/12"}}).status, 422);
    EXPECT_EQ(
        press({{"version", "0"}, {"act", "extend"}, {"deadline_day", "12/12"}, {"reason", "mưa lũ"}}
        )
            .status,
        303
    );
    EXPECT_EQ(report().state.own_deadline, instant_of({date(2023, 12, 12), 17, 0}));
}

TEST_F(ReviewPage, PrintsTheUnitsOwnReport)
{
    submit_sa_loong();
    auto visit = officer();
    const auto page = get_printed_report(visit, request()).value();
    EXPECT_TRUE(shows(page, "ỦY BAN NHÂN DÂN XÃ SA LOONG"));
    EXPECT_TRUE(shows(page, "Sa Loong, ngày 06 tháng 12 năm 2023"));
    EXPECT_TRUE(shows(page, "TM. ỦY BAN NHÂN DÂN"));
    EXPECT_TRUE(shows(page, "Đã ban hành kế hoạch"));
}

TEST_F(ReviewPage, FindsUnitsWithoutMarksAndByState)
{
    submit_sa_loong();
    EXPECT_TRUE(shows(list({{"tim", "dak duc"}}), "Đắk Dục"));
    EXPECT_FALSE(shows(list({{"tim", "dak duc"}}), ">Sa Loong<"));
    EXPECT_TRUE(shows(list({{"tt", "cho-duyet"}}), ">Sa Loong<"));
    EXPECT_FALSE(shows(list({{"tt", "cho-duyet"}}), ">Đắk Dục<"));
    const auto all = list().body;
    EXPECT_LT(all.find(">Đắk Dục<"), all.find(">Sa Loong<"));
}

TEST_F(ReviewPage, TellsAUnitWhatItOwesAndByWhen)
{
    auto visit = officer();
    const auto page = get_my_work(visit, {}).value();
    EXPECT_TRUE(shows(page, "Đến hạn trong 7 ngày"));
    EXPECT_TRUE(shows(page, "còn 2 ngày"));
    EXPECT_TRUE(shows(page, "0/5 dòng"));
    submit_sa_loong();
    EXPECT_TRUE(shows(get_my_work(visit, {}).value(), "Không có việc đến hạn."));
}

} // namespace
} // namespace tiendo::web
