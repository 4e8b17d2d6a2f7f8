#include "app/period/periods.hpp"
#include "app/plan/plans.hpp"
#include "app/report/history.hpp"
#include "web/pages/library_entry_fields.hpp"
#include "web/pages/sample_visit.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

/// Formulas over other measures and other periods, as the office writes and sees them.
namespace tiendo::web {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* entry_address = "/chi-so/violence-victims-served";
const PlanId plan_id("1");

class FormulaPages : public testing::Test {
protected:
    std::string page(const std::string& address)
    {
        const auto answer = visited(office_, "chuyenvien", address);
        return answer ? answer->body : answer.error().problems.front().key;
    }

    std::string tried(const char* formula, const char* act = "thu")
    {
        const auto fields = library_entry_fields(formula, "den", act);
        return posted(office_, "chuyenvien", entry_address, fields)->body;
    }

    void take_over(const char* period, const char* unit, std::int64_t num, std::int64_t den)
    {
        ASSERT_TRUE(office_.write(sample_person(office_, "chuyenvien"), [&](app::Work& work) {
            Answers answers;
            auto& cell = answers.cells[MeasureId("3.2a")];
            cell.state = ValueState::value;
            cell.numbers = {{"num", num}, {"den", den}};
            return app::take_over_history(work, {plan_id, PeriodId(period), UnitId(unit)}, answers);
        }));
    }

    app::Office office_ = new_sample_office();
};

TEST_F(FormulaPages, OfferTheNumbersOfOtherMeasuresUnderTheirNames)
{
    EXPECT_THAT(
        text_of(page(entry_address)),
        HasSubstr("[3.2b].num, [3.2b].den ; [violence-perpetrators-counselled].num")
    );
}

TEST_F(FormulaPages, TryAFormulaOverAnotherMeasureDownToItsCell)
{
    const auto html = tried("num + [3.2b].num");
    EXPECT_THAT(
        text_of(html), HasSubstr("[3.2b].num – Số người gây bạo lực được tư vấn, tham vấn")
    );
    EXPECT_THAT(html, HasSubstr("href=\"/o/plei-kan.3-2b.2023\""));
}

TEST_F(FormulaPages, SayThatAnEarlierPeriodIsMissingAndTakeItOnceItIsThere)
{
    EXPECT_THAT(text_of(tried("num + previous(num)")), HasSubstr("Chưa có số liệu"));
    take_over("2022", "plei-kan", 3, 10);
    const auto html = tried("num + previous(num)");
    // 5 of 2023 and 3 of 2022, of 6.
    EXPECT_THAT(text_of(html), HasSubstr("133,33%"));
    EXPECT_THAT(text_of(html), HasSubstr("kỳ trước 3"));
    EXPECT_THAT(text_of(html), HasSubstr("num – Số người được hỗ trợ, Năm 2022 3"));
    EXPECT_THAT(html, HasSubstr("href=\"/o/plei-kan.3-2a.2022\""));
}

TEST_F(FormulaPages, TellTheSameOnThePageOfACell)
{
    take_over("2022", "plei-kan", 3, 10);
    ASSERT_TRUE(office_.write(sample_person(office_, "chuyenvien"), [](app::Work& work) {
        auto entry = *app::library(work).find(IndicatorId("violence-victims-served"));
        entry.formula = "num + previous(num)";
        entry.divisor = "den";
        return app::put_indicator(work, entry);
    }));
    EXPECT_THAT(text_of(page("/o/plei-kan.3-2a.2023")), HasSubstr("133,33%"));
    EXPECT_THAT(
        text_of(page("/ke-hoach/1/bao-cao/plei-kan/2023/duyet")), HasSubstr("tính khi tổng hợp")
    );
}

TEST_F(FormulaPages, RefuseCirclesAndMeasuresThatThePlanDoesNotHave)
{
    EXPECT_THAT(
        text_of(tried("num + [violence-victims-served].num", "xem")),
        HasSubstr("Công thức dẫn vòng về chính chỉ tiêu này: violence-victims-served → "
                  "violence-victims-served.")
    );
    EXPECT_THAT(
        text_of(tried("num + [9.9].num", "xem")), HasSubstr("không có số liệu “[9.9].num”")
    );
    EXPECT_THAT(text_of(tried("abs(num)", "xem")), HasSubstr("previous, last_year, cumulative"));
}

TEST_F(FormulaPages, ShowTheYearSoFarOfAQuarterWithItsRule)
{
    ASSERT_TRUE(office_.write(sample_person(office_, "chuyenvien"), [](app::Work& work) {
        const auto proposal = app::propose(work, plan_id, PeriodId("2023Q3"));
        return app::open_period(work, plan_id, proposal->period);
    }));
    take_over("2023Q1", "plei-kan", 1, 4);
    take_over("2023Q1", "bo-y", 2, 2);
    take_over("2023Q2", "plei-kan", 3, 4);
    const auto shown = text_of(page("/ke-hoach/1/chi-tieu/3-2a?ky=2023Q3"));
    EXPECT_THAT(shown, HasSubstr("Từ đầu năm đến kỳ này 60,00%"));
    EXPECT_THAT(shown, HasSubstr("6/10"));
    EXPECT_THAT(
        shown, HasSubstr("Cộng số đếm các kỳ từ Quý I/2023 đến Quý III/2023 rồi mới tính.")
    );
    EXPECT_THAT(shown, HasSubstr("Đã có 3 trong 24 lượt báo cáo của các đơn vị."));
    EXPECT_THAT(shown, HasSubstr("Chưa có số liệu: Quý III/2023."));
    EXPECT_THAT(
        text_of(page("/ke-hoach/1/chi-tieu/3-2a?ky=2023")), Not(HasSubstr("Từ đầu năm đến kỳ này"))
    );
}

TEST_F(FormulaPages, ShowTheUnitsOnceOnTheirOwnMapAndOverThePeriodsOnAnother)
{
    const std::string address = "/ke-hoach/1/chi-tieu/3-2a?ky=2023";
    EXPECT_THAT(text_of(page(address)), HasSubstr("các đơn vị giống như bảng trên"));
    EXPECT_THAT(text_of(page(address)), Not(HasSubstr("Từ báo cáo của")));
    EXPECT_THAT(text_of(page(address + "&ngay=2025-07-02")), HasSubstr("Từ báo cáo của"));
    take_over("2022", "plei-kan", 1, 4);
    take_over("2022", "bo-y", 2, 2);
    const auto shown = text_of(page(address + "&ngay=2025-07-02"));
    EXPECT_THAT(shown, HasSubstr("Diễn biến từng đơn vị"));
    EXPECT_THAT(shown, HasSubstr("50,00% 3/6 83,33% 15/18"));
}

} // namespace
} // namespace tiendo::web
