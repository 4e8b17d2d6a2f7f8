#include "domain/quality/data_questions.hpp"
#include "domain/quality/outliers.hpp"

#include <gtest/gtest.h>

namespace tiendo {
namespace {

const PeriodId year("2023");

struct Said {
    std::string unit;
    int numerator;
    int denominator;
    const char* reason = "";
};

Figure figure(const MeasureFigure& row, const std::vector<Said>& said)
{
    std::vector<Contribution> contributions;
    std::vector<UnitId> units;
    for (const auto& [unit, numerator, denominator, reason] : said) {
        Contribution given;
        given.unit = UnitId(unit);
        given.cell.state = ValueState::value;
        given.cell.numbers = {{"num", numerator}, {"den", denominator}};
        given.cell.reason = reason;
        contributions.push_back(given);
        units.push_back(given.unit);
    }
    return compute_for(row.measure, row.indicator, contributions, units);
}

MeasureFigure measure(const char* id, const std::vector<Said>& said)
{
    MeasureFigure row;
    row.measure.id = MeasureId(id);
    row.indicator.id = IndicatorId(id);
    row.indicator.unit = "%";
    row.indicator.denominator = std::string("mẫu của ") + id;
    row.figure = figure(row, said);
    return row;
}

/// "unlike_last_year/6.1/a/num"
std::vector<std::string> asked(const std::vector<MeasureFigure>& rows)
{
    std::vector<std::string> ids;
    for (const auto& question : data_questions(rows, year))
        ids.push_back(question.id());
    return ids;
}

using Ids = std::vector<std::string>;

TEST(DataQuestions, AskWhyMoreStandsAboveTheLineUnlessItIsSaid)
{
    EXPECT_EQ(asked({measure("3.2a", {{"a", 4, 3}})}), Ids{"numerator_above/3.2a/a/num"});
    EXPECT_EQ(asked({measure("3.2a", {{"a", 4, 3, "chuyển từ năm trước"}})}), Ids{});
    auto births = measure("4.1", {{"a", 563, 512}});
    births.indicator.unit = "bé trai/100 bé gái";
    EXPECT_EQ(asked({births}), Ids{}) << "boys may outnumber girls";
}

TEST(DataQuestions, CompareEachUnitWithItsLastYear)
{
    auto row = measure("6.1", {{"a", 20, 100}, {"b", 50, 100}, {"c", 100, 400}, {"d", 1, 9}});
    row.history[PeriodId("2022")] =
        figure(row, {{"a", 60, 100}, {"b", 60, 100}, {"c", 25, 100}, {"d", 9, 9}});
    EXPECT_EQ(asked({row}), (Ids{"unlike_last_year/6.1/a/num", "base_changed/6.1/c/num"}))
        << "nine are too few to wonder about";
}

TEST(DataQuestions, AskAboutWhatLiesFarFromUnitsOfItsKind)
{
    std::vector<Said> said{
        {"a", 50, 100},
        {"b", 52, 100},
        {"c", 49, 100},
        {"d", 51, 100},
        {"e", 48, 100},
        {"f", 5, 100}
    };
    const auto questions = data_questions({measure("6.1", said)}, year);
    ASSERT_EQ(questions.size(), 1U);
    EXPECT_EQ(questions.front().id(), "unlike_siblings/6.1/f/num");
    EXPECT_EQ(questions.front().problem.args.at("value"), "5");
    EXPECT_EQ(questions.front().problem.args.at("count"), "6");
    said.erase(said.begin());
    EXPECT_EQ(asked({measure("6.1", said)}), Ids{}) << "of five one cannot say who is odd";
}

TEST(DataQuestions, AskAboutWhatWasNeverReportedBefore)
{
    auto row = measure("6.1", {{"a", 95, 100}});
    row.history[PeriodId("2019")] = figure(row, {{"a", 60, 100}});
    row.history[PeriodId("2020")] = figure(row, {{"a", 62, 100}});
    row.history[PeriodId("2021")] = figure(row, {{"a", 61, 100}});
    EXPECT_EQ(asked({row}), Ids{}) << "three points are few";
    row.history[PeriodId("2022")] = figure(row, {{"a", 66, 100}});
    EXPECT_EQ(asked({row}), Ids{"outside_history/6.1/a/num"});
}

TEST(DataQuestions, AskWhichOfTwoNumbersHoldsForTheSameWords)
{
    auto paid = measure("2.1", {{"a", 40, 100}});
    auto farming = measure("2.2", {{"a", 30, 101}});
    EXPECT_EQ(asked({paid, farming}), Ids{});
    paid.indicator.denominator = farming.indicator.denominator = "Tổng số lao động nữ có việc làm";
    EXPECT_EQ(asked({paid, farming}), Ids{"bases_differ/2.2/a/den/2.1"});
    farming = measure("2.2", {{"a", 30, 100}});
    farming.indicator.denominator = paid.indicator.denominator;
    EXPECT_EQ(asked({paid, farming}), Ids{});
}

TEST(DataQuestions, AreAnotherMatterWhenTheNumbersChange)
{
    const auto question = [](int numerator) {
        return data_questions({measure("3.2a", {{"a", numerator, 3}})}, year).front();
    };
    EXPECT_EQ(question(4).id(), question(5).id());
    EXPECT_EQ(question(4).about(), question(4).about());
    EXPECT_NE(question(4).about(), question(5).about());
}

TEST(Outliers, AreNoneWhereMostSayTheSame)
{
    EXPECT_FALSE(is_far_from_middle(90, {100, 100, 100, 100, 100, 90}));
    EXPECT_TRUE(is_far_from_middle(10, {100, 99, 101, 98, 100, 10}));
    EXPECT_DOUBLE_EQ(median({3, 1, 2}), 2);
    EXPECT_DOUBLE_EQ(median({4, 1, 2, 3}), 2.5);
}

} // namespace
} // namespace tiendo
