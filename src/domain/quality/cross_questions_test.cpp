#include "domain/quality/data_questions.hpp"

#include <gtest/gtest.h>

namespace tiendo {
namespace {

const PeriodId year("2023");
using Numbers = std::map<std::string, Decimal>;
using Ids = std::vector<std::string>;

Contribution given(const char* unit, Numbers numbers)
{
    Contribution made;
    made.unit = UnitId(unit);
    made.cell.state = ValueState::value;
    made.cell.numbers = std::move(numbers);
    return made;
}

MeasureFigure measure(const char* id, const std::vector<Contribution>& contributions)
{
    MeasureFigure row;
    row.measure.id = MeasureId(id);
    row.indicator.id = IndicatorId(id);
    row.indicator.unit = "%";
    row.indicator.denominator = std::string("mẫu của ") + id;
    row.indicator.numerator = std::string("tử của ") + id;
    for (const auto& each : contributions)
        row.measure.suppliers.push_back(each.unit);
    const bool by_sex =
        !contributions.empty() && contributions.front().cell.numbers.contains("num.male");
    if (by_sex) row.indicator.breakdown = Breakdown::sex;
    row.figure = compute(row.measure, row.indicator, contributions);
    return row;
}

Ids asked(const std::vector<MeasureFigure>& rows, const QuestionContext& context = {})
{
    Ids ids;
    for (const auto& question : data_questions(rows, year, context))
        ids.push_back(question.id());
    return ids;
}

QuestionContext with_units()
{
    const auto unit = [](const char* id, UnitKind kind) {
        Unit made;
        made.id = UnitId(id);
        made.kind = kind;
        return made;
    };
    QuestionContext context;
    context.units = UnitDirectory(
        {unit("a", UnitKind::commune),
         unit("b", UnitKind::commune),
         unit("y-te", UnitKind::agency),
         unit("ldtbxh", UnitKind::agency)},
        {}
    );
    return context;
}

TEST(CrossQuestions, HoldMenAndWomenAgainstTheNumberOfAll)
{
    auto by_sex = measure(
        "5.2a",
        {given("a", {{"num.male", 9}, {"den.male", 10}, {"num.female", 8}, {"den.female", 9}})}
    );
    auto whole = measure("5.3", {given("a", {{"num", 3}, {"den", 20}})});
    whole.indicator.denominator = by_sex.indicator.denominator = "Số trẻ em";
    EXPECT_EQ(asked({by_sex, whole}), Ids{"breakdown_differs/5.2a/a/den/5.3"});
    whole = measure("5.3", {given("a", {{"num", 3}, {"den", 19}})});
    whole.indicator.denominator = "Số trẻ em";
    EXPECT_EQ(asked({by_sex, whole}), Ids{});
}

TEST(CrossQuestions, AskWhichOfTwoAgenciesIsRight)
{
    const auto row = measure(
        "2.3",
        {given("y-te", {{"num", 84}, {"den", 310}}), given("ldtbxh", {{"num", 80}, {"den", 310}})}
    );
    EXPECT_EQ(asked({row}, with_units()), Ids{"bodies_differ/2.3/y-te/num/ldtbxh"});
}

TEST(CrossQuestions, AskWhetherAnAgencyCountsItsCommunesAgain)
{
    const auto communes =
        std::vector{given("a", {{"num", 9}, {"den", 20}}), given("b", {{"num", 8}, {"den", 22}})};
    auto both = communes;
    both.push_back(given("y-te", {{"num", 17}, {"den", 43}}));
    EXPECT_EQ(asked({measure("3.2a", both)}, with_units()), Ids{"counted_twice/3.2a/y-te/den"});
    both.back() = given("y-te", {{"num", 2}, {"den", 5}});
    EXPECT_EQ(asked({measure("3.2a", both)}, with_units()), Ids{}) << "cases of its own";
    EXPECT_EQ(asked({measure("3.2a", communes)}, with_units()), Ids{});
}

TEST(CrossQuestions, HoldTheYearAgainstItsQuarters)
{
    auto context = with_units();
    auto& quarters = context.shorter[MeasureId("6.1")];
    for (const auto* quarter : {"2023Q1", "2023Q2", "2023Q3", "2023Q4"})
        quarters[PeriodId(quarter)] = {given("a", {{"num", 5}, {"den", 10}})};
    EXPECT_EQ(
        asked({measure("6.1", {given("a", {{"num", 21}, {"den", 40}})})}, context),
        Ids{"parts_differ/6.1/a/num"}
    );
    EXPECT_EQ(asked({measure("6.1", {given("a", {{"num", 20}, {"den", 40}})})}, context), Ids{});
    quarters.erase(PeriodId("2023Q4"));
    EXPECT_EQ(asked({measure("6.1", {given("a", {{"num", 21}, {"den", 40}})})}, context), Ids{})
        << "the last quarter is unknown";
}

TEST(CrossQuestions, CompareWithThePeriodJustBeforeAndCountsWithLastYear)
{
    auto row = measure("6.1", {given("a", {{"num", 90}, {"den", 100}})});
    row.history[PeriodId("2023Q2")] =
        measure("6.1", {given("a", {{"num", 20}, {"den", 100}})}).figure;
    const auto questions = data_questions({row}, PeriodId("2023Q3"));
    ASSERT_EQ(questions.size(), 1U);
    EXPECT_EQ(questions.front().id(), "unlike_last_period/6.1/a/num");
    EXPECT_TRUE(data_questions({row}, PeriodId("2023Q4")).empty())
        << "of the third nothing is known";

    auto count = measure("7.1", {});
    count.indicator.shape = Shape::count;
    count.measure.suppliers = {UnitId("a")};
    count.figure = compute(count.measure, count.indicator, {given("a", {{"value", 40}})});
    count.history[PeriodId("2022")] =
        compute(count.measure, count.indicator, {given("a", {{"value", 9}})});
    EXPECT_EQ(asked({count}), Ids{"count_changed/7.1/a/num"});
}

} // namespace
} // namespace tiendo
