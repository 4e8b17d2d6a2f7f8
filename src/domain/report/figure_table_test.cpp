#include "domain/report/figure_table.hpp"

#include <gtest/gtest.h>

namespace tiendo {
namespace {

/// Shows which words were chosen.
std::string say(std::string_view key, const WordArguments& arguments)
{
    if (key == "measure.names_by_themselves") return "tỷ lệ";
    if (key == "names.commune_kinds") return "xã";
    if (key == "setup.committee") return "Ủy ban nhân dân";
    std::string words = "[" + std::string(key);
    for (const auto& [name, value] : arguments)
        words += " " + name + "=" + value;
    return words + "]";
}

Contribution contribution(const char* unit, std::map<std::string, Decimal> numbers)
{
    Contribution contribution;
    contribution.unit = UnitId(unit);
    contribution.cell.state = ValueState::value;
    contribution.cell.numbers = std::move(numbers);
    return contribution;
}

class FigureTableOfOneMeasure : public testing::Test {
protected:
    FigureTableOfOneMeasure()
    {
        row_.measure.id = MeasureId("3.2a");
        row_.measure.objective = "3";
        row_.measure.suppliers = {UnitId("a"), UnitId("b"), UnitId("c")};
        row_.measure.quantity = Quantity{};
        row_.measure.quantity->value = 56;
        row_.indicator.name = "Người bị bạo lực";
        row_.indicator.unit = "%";
    }

    FigureTable table(const std::vector<Contribution>& contributions)
    {
        row_.figure = compute(row_.measure, row_.indicator, contributions);
        row_.judgement = judge(row_.measure, row_.indicator, row_.figure);
        ReportMaterial material;
        material.plan.objectives = {{"3", "Gia đình", {}}, {"4", "Y tế", {}}};
        material.period.id = PeriodId("2023");
        material.period.units = {UnitId("z"), UnitId("a"), UnitId("b"), UnitId("c")};
        material.rows = {row_};
        return figure_table(material, say);
    }

    MeasureFigure row_{};
};

TEST_F(FigureTableOfOneMeasure, KeepsTheCountsOfARateAndWhoReportedThem)
{
    const auto made = table(
        {contribution("a", {{"num", 2}, {"den", 3}}), contribution("b", {{"num", 3}, {"den", 6}})}
    );
    ASSERT_EQ(made.groups.size(), 1U);
    const auto& row = made.groups[0].rows.at(0);
    EXPECT_EQ(row.value.share, (Share{5, 9, 100, Decimal(5556, 2)}));
    EXPECT_EQ(row.against_plan, Decimal(-44, 2));
    EXPECT_EQ(row.coverage, "[report.coverage reported=2 expected=3 noun=[names.unit]]");
    EXPECT_EQ(row.reported, 2);
    EXPECT_EQ(row.expected, 3);
    EXPECT_FALSE(row.against_last_year);
}

TEST_F(FigureTableOfOneMeasure, RoundsRatesAndDifferencesAsTheEntrySays)
{
    const std::vector<Contribution> given{contribution("a", {{"num", 5}, {"den", 9}})};
    row_.indicator.decimals = 1;
    const auto tenths = table(given).groups[0].rows.at(0);
    EXPECT_EQ(tenths.value.share, (Share{5, 9, 100, Decimal(556, 1), 1}));
    EXPECT_EQ(tenths.against_plan, Decimal(-4, 1));
    EXPECT_EQ(tenths.decimals, 1);
    row_.indicator.decimals = 3;
    EXPECT_EQ(table(given).groups[0].rows.at(0).against_plan, Decimal(-444, 3));
}

TEST_F(FigureTableOfOneMeasure, HasAWordAndNoNumberWhereNobodyReported)
{
    const auto made = table({});
    const auto& row = made.groups[0].rows.at(0);
    EXPECT_FALSE(row.value.is_number());
    EXPECT_EQ(row.value.words, "[verdict.no_data]");
    EXPECT_FALSE(row.against_plan);
}

TEST_F(FigureTableOfOneMeasure, TellsZeroMissingNotArisingAndNotAskedApartForEachUnit)
{
    auto none = contribution("b", {});
    none.cell.state = ValueState::not_arising;
    row_.measure.suppliers = {UnitId("a"), UnitId("b"), UnitId("c")};
    const auto made = table({contribution("a", {{"num", 0}, {"den", 4}}), none});
    EXPECT_EQ(made.units, (std::vector<std::string>{"a", "b", "c"}));
    const auto& units = made.groups[0].rows.at(0).units;
    ASSERT_EQ(units.size(), 3U);
    EXPECT_EQ(units[0].share, (Share{0, 4, 100, Decimal{}}));
    EXPECT_EQ(units[1].words, "[verdict.not_arising]");
    EXPECT_EQ(units[2].words, "[verdict.no_data]");
}

TEST_F(FigureTableOfOneMeasure, HasARowForEachSex)
{
    row_.indicator.breakdown = Breakdown::sex;
    const auto made = table(
        {contribution("a", {{"num.male", 1}, {"den.male", 2}, {"num.female", 3}, {"den.female", 4}})
        }
    );
    const auto& rows = made.groups[0].rows;
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_TRUE(rows[0].measure.ends_with(" – [report.men]"));
    EXPECT_EQ(rows[0].value.share, (Share{1, 2, 100, 50}));
    EXPECT_EQ(rows[1].value.share, (Share{3, 4, 100, 75}));
    EXPECT_EQ(rows[1].units.at(0).share, (Share{3, 4, 100, 75}));
}

TEST_F(FigureTableOfOneMeasure, ComparesWithLastYear)
{
    row_.history[PeriodId("2022")] =
        compute(row_.measure, row_.indicator, {contribution("a", {{"num", 1}, {"den", 2}})});
    const auto made = table({contribution("a", {{"num", 3}, {"den", 5}})});
    const auto& row = made.groups[0].rows.at(0);
    EXPECT_EQ(row.last_year.share, (Share{1, 2, 100, 50}));
    EXPECT_EQ(row.against_last_year, Decimal(10));
    ASSERT_EQ(row.history.size(), 1U);
}

} // namespace
} // namespace tiendo
