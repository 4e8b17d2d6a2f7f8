#include "app/report/history_import.hpp"
#include "documents/exchange/sheets_json.hpp"
#include "web/pages/history_import.hpp"
#include "web/pages/report_fixture.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tiendo::web {
namespace {

using testing::HasSubstr;
using testing::Not;

const PlanId plan_id("1");

/// The office's table of 2022: two communes, one target.
documents::Sheet office_table()
{
    using documents::SheetCell;
    using enum documents::SheetCellKind;
    documents::Sheet sheet;
    sheet.name = "Tổng hợp 2022";
    sheet.rows = {
        {1, {{1, text, "BẢNG TỔNG HỢP"}}},
        {2, {{1, text, "Xã"}, {2, text, "Số được hỗ trợ"}, {3, text, "Tổng số nạn nhân"}}},
        {3, {{1, text, "Sa Loong"}, {2, number, "2"}, {3, number, "4"}}},
        {4, {{1, text, "Đắk Dục"}, {2, number, "1"}, {3, text, "không rõ"}}},
    };
    return sheet;
}

class HistoryPages : public testing::Test {
protected:
    std::string received()
    {
        const app::WorkbookUpload upload{
            "tong-hop-2022.xlsx", std::string(64, 'a'), documents::to_json({office_table()})
        };
        auto visit = fixture_.monitor();
        const auto id = visit.write([&](app::Work& work) {
            return app::receive_history(work, plan_id, upload);
        });
        EXPECT_TRUE(id);
        return *id;
    }

    static Request request(const std::string& id, Fields form = {})
    {
        auto request = ReportFixture::request(std::move(form));
        request.path_parameters.add("import", id);
        return request;
    }

    /// Points at the columns and looks at the rows.
    std::string looked_at(const std::string& id)
    {
        auto visit = fixture_.monitor();
        const auto page = get_history_table(visit, request(id));
        EXPECT_TRUE(page);
        const Fields pointed{
            {"head_row", "2"},
            {"measure", "3.2a"},
            {"role1", "unit"},
            {"role2", "num"},
            {"year2", "2022"},
            {"role3", "den"},
            {"year3", "2022"}
        };
        const auto answer =
            post_history_columns(visit, request(id, ReportFixture::typed(page->body, pointed)));
        EXPECT_TRUE(answer);
        EXPECT_EQ(answer->status, 303) << answer->body;
        const auto check = get_history_check(visit, request(id));
        EXPECT_TRUE(check);
        return check->body;
    }

    std::vector<app::Submission> history(const char* unit)
    {
        auto visit = fixture_.monitor();
        const auto kept = visit.read([&](app::Work& work) {
            return app::submissions_of(work, {plan_id, PeriodId("2022"), UnitId(unit)});
        });
        EXPECT_TRUE(kept);
        return *kept;
    }

    ReportFixture fixture_;
};

TEST_F(HistoryPages, ShowWhatWouldBeKeptBeforeAnythingIs)
{
    const auto page = looked_at(received());
    EXPECT_THAT(page, HasSubstr("Nhận được 1 số liệu; 1 số liệu chưa nhận được."));
    EXPECT_THAT(page, HasSubstr("<b>2/4</b>"));
    EXPECT_THAT(page, HasSubstr("không phải là số"));
    EXPECT_TRUE(history("sa-loong").empty());
}

TEST_F(HistoryPages, KeepTheCountsWithTheirPlaceInTheFileAndUndoThem)
{
    const auto id = received();
    const auto page = looked_at(id);
    auto visit = fixture_.monitor();
    const auto taken =
        post_history_check(visit, request(id, ReportFixture::typed(page, {{"act", "take"}})));
    ASSERT_TRUE(taken);
    EXPECT_EQ(taken->status, 303) << taken->body;
    ASSERT_EQ(history("sa-loong").size(), 1U);
    const auto kept = history("sa-loong").front();
    const auto& cell = kept.answers.cells.at(MeasureId("3.2a"));
    EXPECT_EQ(cell.numbers, (std::map<std::string, Decimal>{{"num", 2}, {"den", 4}}));
    EXPECT_EQ(cell.origin, "tong-hop-2022.xlsx, Tổng hợp 2022!B3, C3");
    EXPECT_EQ(kept.author, "chuyenvien");
    EXPECT_TRUE(history("dak-duc").empty());
    EXPECT_EQ(
        post_history_check(visit, request(id, ReportFixture::typed(page, {{"act", "take"}})))
            ->status,
        409
    );

    const auto undone = post_history_undo(visit, request(id));
    ASSERT_TRUE(undone);
    EXPECT_EQ(undone->status, 303);
    EXPECT_TRUE(history("sa-loong").front().answers.cells.empty());
    EXPECT_EQ(post_history_undo(visit, request(id))->status, 409);
}

TEST_F(HistoryPages, TakeNothingThatWasNotLookedAt)
{
    const auto id = received();
    const auto page = looked_at(id);
    auto visit = fixture_.monitor();
    const auto taken = post_history_check(
        visit, request(id, ReportFixture::typed(page, {{"act", "take"}, {"shown", "other"}}))
    );
    ASSERT_TRUE(taken);
    EXPECT_EQ(taken->status, 409);
    EXPECT_TRUE(history("sa-loong").empty());
}

TEST_F(HistoryPages, OfferWhatWasPointedAtAgainForTheNextFileOfTheShape)
{
    (void)looked_at(received());
    auto visit = fixture_.monitor();
    const auto next = get_history_table(visit, request(received()));
    ASSERT_TRUE(next);
    // The first was never taken and is forgotten with the second.
    EXPECT_THAT(next->body, Not(HasSubstr("cùng mẫu")));

    const auto id = received();
    const auto page = looked_at(id);
    ASSERT_TRUE(
        post_history_check(visit, request(id, ReportFixture::typed(page, {{"act", "take"}})))
    );
    const auto again = get_history_table(visit, request(received()));
    ASSERT_TRUE(again);
    EXPECT_THAT(again->body, HasSubstr("cùng mẫu với bảng đã nhập"));
    EXPECT_THAT(again->body, HasSubstr("<option value=\"num\" selected>"));
}

TEST_F(HistoryPages, LetAPersonChooseTheMeasureOfARow)
{
    const auto id = received();
    const auto page = looked_at(id);
    auto visit = fixture_.monitor();
    const auto changed = post_history_check(
        visit, request(id, ReportFixture::typed(page, {{"measure3", "3.2b"}, {"act", "take"}}))
    );
    ASSERT_TRUE(changed);
    EXPECT_EQ(changed->status, 303);
    EXPECT_TRUE(history("sa-loong").empty());
    const auto check = get_history_check(visit, request(id));
    ASSERT_TRUE(check);
    EXPECT_THAT(check->body, HasSubstr("<option value=\"3.2b\" selected>"));
}

TEST_F(HistoryPages, AreForThoseWhoReviewReports)
{
    auto visit = fixture_.officer();
    EXPECT_FALSE(get_history_imports(visit, request("")));
}

} // namespace
} // namespace tiendo::web
