#include "domain/indicator/course.hpp"
#include "web/views/status_tag.hpp"
#include "web/views/why_words.hpp"

#include <gtest/gtest.h>

namespace tiendo::web::view {
namespace {

const Wording vietnamese(Messages::embedded(), Language::vietnamese);

/// One unit's 25/100 against "từ 40% trở lên", half-way through the year.
MeasureFigure at_half_year(std::optional<Decimal> baseline)
{
    MeasureFigure row;
    row.measure.suppliers = {UnitId("a")};
    row.measure.quantity = Quantity{};
    row.measure.quantity->value = 40;
    row.measure.quantity->unit = "percent";
    row.measure.quantity->baseline = baseline;
    row.indicator.unit = "%";
    Contribution contribution;
    contribution.unit = UnitId("a");
    contribution.cell.state = ValueState::value;
    contribution.cell.numbers = {{"num", 25}, {"den", 100}};
    row.figure = compute(row.measure, row.indicator, {contribution});
    const Course course{date(2023, 1, 1), date(2023, 12, 31), date(2023, 7, 2), baseline};
    row.judgement = judge_on_course(row.measure, row.indicator, row.figure, course);
    return row;
}

TEST(WhyWords, TellBeforeTheDayWhereTheLineShouldBe)
{
    const auto row = at_half_year(Decimal(20));
    EXPECT_EQ(verdict_words(row.judgement, vietnamese), "Chậm");
    EXPECT_EQ(
        why_lines(row, {}, vietnamese).at(0),
        "Đạt khi từ 40% trở lên. Thực hiện 25,00% (25/100). Từ 20% (01/01/2023) tới 40% "
        "(31/12/2023) theo đường thẳng thì ngày 02/07/2023 là 30,03%: mới đi dưới 70% quãng đường "
        "cần đi, chậm."
    );
}

TEST(WhyWords, TellThatProgressIsNotJudgedWithoutABaseline)
{
    const auto row = at_half_year({});
    EXPECT_EQ(verdict_words(row.judgement, vietnamese), "Chưa đạt, chưa đến hạn");
    EXPECT_EQ(look_of(row.judgement), Look::none);
    const auto lines = why_lines(row, {}, vietnamese);
    EXPECT_NE(lines.at(0).find("nên chưa đánh giá tiến độ."), std::string::npos) << lines.at(0);
    EXPECT_EQ(lines.at(1), "Cần thêm 15 trường hợp để đạt (40/100 là 40,00%).");
}

} // namespace
} // namespace tiendo::web::view
