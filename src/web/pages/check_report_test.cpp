#include "web/pages/check_report.hpp"
#include "web/pages/report_fixture.hpp"

#include <gtest/gtest.h>

namespace tiendo::web {
namespace {

class CheckPage : public ::testing::Test, public ReportFixture {
protected:
    Response press(const Fields& form)
    {
        auto visit = officer();
        auto answer = post_check(visit, request(form));
        EXPECT_TRUE(answer.has_value());
        return answer ? std::move(answer).value() : Response{};
    }
    void fill(const char* item, const char* body)
    {
        const auto saved = office.write(sa_loong, [&](app::Work& work) {
            return app::save_item(work, sa_loong_2023, {item, body, 0});
        });
        ASSERT_TRUE(saved && saved->saved);
    }
    std::size_t versions()
    {
        return office
            .read(
                sa_loong, [](app::Work& work) { return app::submissions_of(work, sa_loong_2023); }
            )
            .value()
            .size();
    }
};

bool shows(const Response& response, std::string_view text)
{
    return response.body.find(text) != std::string::npos;
}

TEST_F(CheckPage, ListsWhatIsMissingWithLinksToIt)
{
    auto visit = officer();
    const auto page = get_check(visit, request()).value();
    EXPECT_TRUE(shows(page, "href=\"/ke-hoach/1/bao-cao/sa-loong/2023#3.2a\""));
    EXPECT_TRUE(shows(page, "href=\"/ke-hoach/1/bao-cao/sa-loong/2023#duty/1\""));
    EXPECT_TRUE(shows(page, "Nộp thiếu, lý do"));
}

TEST_F(CheckPage, HandsInNothingIncompleteWithoutAReason)
{
    fill("cell/3.2a", R"({"typed":{"num":"1","den":"3"}})");
    const auto refused = press({{"key", "a"}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(shows(refused, "Chỉ tiêu 3.2b: chưa có số liệu."));
    EXPECT_EQ(versions(), 0u);
    const auto taken = press({{"key", "a"}, {"incomplete_reason", "Chờ số liệu công an xã"}});
    EXPECT_EQ(taken.status, 303);
    EXPECT_EQ(taken.header("Location"), "/ke-hoach/1/bao-cao/sa-loong/2023/da-nop");
    EXPECT_EQ(versions(), 1u);
}

TEST_F(CheckPage, RefusesAMeasureThatDoesNotApplyWithoutAReasonAndNamesIt)
{
    fill("cell/3.2a", R"({"state":"not_applicable"})");
    const auto refused = press({{"key", "a"}, {"incomplete_reason", "thiếu"}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(shows(refused, "Chỉ tiêu 3.2a: chọn không áp dụng thì cần ghi lý do."));
}

TEST_F(CheckPage, TakesTwoPressesForOne)
{
    submit_sa_loong();
    EXPECT_EQ(press({{"key", "first"}}).status, 303);
    EXPECT_EQ(versions(), 1u);
    auto visit = officer();
    EXPECT_EQ(post_check(visit, request({{"key", "other"}})).error().kind, Refusal::conflict);
    EXPECT_EQ(versions(), 1u);
}

TEST_F(CheckPage, GivesAReceiptAndTakesAWithdrawal)
{
    submit_sa_loong();
    auto visit = officer();
    const auto receipt = get_receipt(visit, request()).value();
    EXPECT_TRUE(shows(receipt, report().newest->id));
    EXPECT_TRUE(shows(receipt, "09:14 ngày 06/12/2023"));
    EXPECT_EQ(post_withdraw(visit, request()).value().status, 303);
    EXPECT_EQ(report().state.stage, Stage::withdrawn);
    // What was sent is still in the form.
    EXPECT_EQ(report().completion.filled, 5);
}

TEST_F(CheckPage, TakesAReportOnPaperFromTheOffice)
{
    fill("cell/3.2a", R"({"typed":{"num":"1","den":"3"}})");
    auto visit = monitor();
    const auto taken =
        post_check(visit, request({{"key", "p"}, {"incomplete_reason", "bản giấy"}}));
    EXPECT_EQ(taken.value().status, 303);
    EXPECT_EQ(report().newest->channel, "paper");
}

} // namespace
} // namespace tiendo::web
