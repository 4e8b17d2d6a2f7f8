#include "domain/report/superior_form.hpp"

#include <gtest/gtest.h>

namespace tiendo {
namespace {

std::string say(std::string_view key, const WordArguments& arguments)
{
    if (key == "quantity.at_least") return "từ " + arguments.at(0).second + " trở lên";
    return "[" + std::string(key) + "]";
}

ReportMaterial material()
{
    MeasureFigure row;
    row.measure.id = MeasureId("3.2a");
    row.measure.suppliers = {UnitId("a")};
    row.measure.quantity = Quantity{};
    row.measure.quantity->value = 80;
    row.indicator.unit = "%";
    Contribution contribution;
    contribution.unit = UnitId("a");
    contribution.cell.state = ValueState::value;
    contribution.cell.numbers = {{"num", 17}, {"den", 20}};
    row.figure = compute(row.measure, row.indicator, {contribution});
    row.judgement = judge(row.measure, row.indicator, row.figure);
    ReportMaterial material;
    material.period.id = PeriodId("2023");
    material.rows = {row};
    return material;
}

const FormTables form{
    {{"TT", "Chỉ tiêu", "Kế hoạch", "Thực hiện"},
     {"1", "Người bị bạo lực được hỗ trợ", "", "……"},
     {"2", "Người gây bạo lực được tư vấn", "", "......"}}
};

TEST(SuperiorForm, KnowsTheCellsThatWaitToBeFilled)
{
    EXPECT_TRUE(waits_to_be_filled(""));
    EXPECT_TRUE(waits_to_be_filled(" …… "));
    EXPECT_TRUE(waits_to_be_filled("....."));
    EXPECT_TRUE(waits_to_be_filled("____"));
    EXPECT_FALSE(waits_to_be_filled("0"));
    EXPECT_FALSE(waits_to_be_filled("Thực hiện"));
}

TEST(SuperiorForm, IsFilledWithTheSidesOfAMeasureAndWithWords)
{
    const MeasureId id("3.2a");
    const auto texts = filled_texts(
        {{{0, 1, 0}, {FilledWith::value, id, {}}},
         {{0, 1, 1}, {FilledWith::counts, id, {}}},
         {{0, 1, 2}, {FilledWith::numerator, id, {}}},
         {{0, 1, 3}, {FilledWith::denominator, id, {}}},
         {{0, 1, 4}, {FilledWith::target, id, {}}},
         {{0, 1, 5}, {FilledWith::last_year, id, {}}},
         {{0, 1, 6}, {FilledWith::verdict, id, {}}},
         {{0, 1, 7}, {FilledWith::text, {}, "Sa Loong"}},
         {{0, 1, 8}, {FilledWith::value, MeasureId("9.9"), {}}}},
        material(),
        say
    );
    std::string all;
    for (const auto& [place, text] : texts)
        all += text + "|";
    EXPECT_EQ(all, "85,00%|17/20|17|20|từ 80% trở lên||[verdict.exceeded]|Sa Loong||");
}

TEST(SuperiorForm, IsKnownAgainByTheWordsBesideAndAboveACell)
{
    const Fillings fillings{{{0, 1, 3}, {FilledWith::value, MeasureId("3.2a"), {}}}};
    const FormTables next{
        {{"Biểu số 5"}},
        {{"STT", "CHỈ TIÊU", "Đơn vị", "Thực hiện"},
         {"1", "Chỉ tiêu khác", "%", ""},
         {"2", "Người bị bạo lực được hỗ trợ", "%", ""}}
    };
    const Fillings expected{{{1, 2, 3}, {FilledWith::value, MeasureId("3.2a"), {}}}};
    EXPECT_EQ(fillings_like(next, form, fillings), expected);
    EXPECT_TRUE(fillings_like(form, next, {}).empty());
}

} // namespace
} // namespace tiendo
