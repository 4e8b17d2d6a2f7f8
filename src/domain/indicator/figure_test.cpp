#include "base/text.hpp"
#include "domain/indicator/figure.hpp"
#include "domain/indicator/judge.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace tiendo {
namespace {

Cell counts(std::map<std::string, Decimal> numbers)
{
    Cell cell;
    cell.state = ValueState::value;
    cell.numbers = std::move(numbers);
    return cell;
}

Cell ratio(std::int64_t numerator, std::int64_t denominator)
{
    return counts({{"num", numerator}, {"den", denominator}});
}

Cell in_state(ValueState state)
{
    Cell cell;
    cell.state = state;
    return cell;
}

Contribution from(const char* unit, Cell cell)
{
    Contribution contribution;
    contribution.unit = UnitId(unit);
    contribution.cell = std::move(cell);
    return contribution;
}

Measure measure(Comparator comparator, const char* value, std::vector<std::string> suppliers)
{
    Measure measure;
    measure.id = MeasureId("3.2a");
    measure.quantity = Quantity{};
    measure.quantity->comparator = comparator;
    measure.quantity->value = *Decimal::parse(value);
    measure.quantity->unit = "percent";
    for (auto& unit : suppliers)
        measure.suppliers.emplace_back(std::move(unit));
    return measure;
}

Indicator indicator(Shape shape = Shape::ratio, Breakdown breakdown = Breakdown::none)
{
    Indicator indicator;
    indicator.shape = shape;
    indicator.breakdown = breakdown;
    return indicator;
}

/// One supplier, one ratio.
Judgement judged(Comparator comparator, const char* target, std::int64_t num, std::int64_t den)
{
    const auto asked = measure(comparator, target, {"a"});
    return judge(asked, indicator(), compute(asked, indicator(), {from("a", ratio(num, den))}));
}

TEST(Figure, IsComputedFromSummedCountsAndNeverFromAveragedRates)
{
    const auto figure = compute(
        measure(Comparator::at_least, "80", {"a", "b"}),
        indicator(),
        {from("a", ratio(1, 1)), from("b", ratio(1, 9))}
    );
    EXPECT_EQ(figure.parts.at(0).ratio->rounded(2).str(), "20"); // not the mean of 100 and 11,11
}

TEST(Figure, CountsNotArisingAsReportedAndMissingAsMissing)
{
    const auto figure = compute(
        measure(Comparator::at_least, "80", {"a", "b", "c", "d"}),
        indicator(),
        {from("a", ratio(17, 20)),
         from("b", in_state(ValueState::not_arising)),
         from("c", in_state(ValueState::not_applicable))}
    );
    EXPECT_EQ(figure.coverage.reported, 2);
    EXPECT_EQ(figure.coverage.not_applicable, 1);
    EXPECT_EQ(figure.coverage.expected, 4);
    EXPECT_EQ(figure.coverage.missing, std::vector{UnitId("d")});
    EXPECT_EQ(figure.parts.at(0).denominator, Decimal(20));
}

TEST(Figure, OfNothingReportedIsNoDataAndOfNoCasesIsNotArising)
{
    const auto asked = measure(Comparator::at_least, "80", {"a"});
    EXPECT_EQ(compute(asked, indicator(), {}).state, FigureState::no_data);
    EXPECT_EQ(
        compute(asked, indicator(), {from("a", in_state(ValueState::not_arising))}).state,
        FigureState::not_arising
    );
    EXPECT_EQ(judge(asked, indicator(), compute(asked, indicator(), {})).verdict, Verdict::no_data);
}

TEST(Figure, ThatDoesNotFitIsNeverANumber)
{
    const auto figure = compute(
        measure(Comparator::at_least, "80", {"a", "b"}),
        indicator(),
        {from("a", ratio(INT64_MAX, 1)), from("b", ratio(1, 1))}
    );
    EXPECT_EQ(figure.state, FigureState::overflow);
    EXPECT_TRUE(figure.parts.empty());
}

TEST(Figure, OfAShareOfUnitsCountsThoseThatMeetEveryQuarter)
{
    auto asked = measure(Comparator::at_least, "100", {"a", "b"});
    asked.inner = Quantity{};
    asked.inner->value = 3;
    auto share = indicator(Shape::quarters);
    share.across_units = AcrossUnits::share_of_units;
    const auto figure = compute(
        asked,
        share,
        {from("a", counts({{"q1", 5}, {"q2", 4}, {"q3", 6}, {"q4", 4}})),
         from("b", counts({{"q1", 3}, {"q2", 3}, {"q3", 1}, {"q4", 3}}))}
    );
    EXPECT_EQ(figure.parts.at(0).numerator, Decimal(1));
    EXPECT_EQ(figure.parts.at(0).denominator, Decimal(2));
}

TEST(Figure, SumsLikeANaiveModelOverRandomUnits)
{
    std::mt19937 random(20231210); // fixed: any failure repeats
    for (int round = 0; round < 200; ++round) {
        std::vector<Contribution> contributions;
        std::vector<std::string> suppliers;
        std::int64_t num = 0;
        std::int64_t den = 0;
        int missing = 0;
        for (int unit = 0; unit < 12; ++unit) {
            const auto name = std::string(1, static_cast<char>('a' + unit));
            suppliers.push_back(name);
            const auto kind = random() % 4;
            if (kind == 0) {
                ++missing;
                continue;
            }
            if (kind == 1) {
                contributions.push_back(from(name.c_str(), in_state(ValueState::not_arising)));
                continue;
            }
            const auto below = std::uniform_int_distribution<std::int64_t>(1, 50)(random);
            const auto above = std::uniform_int_distribution<std::int64_t>(0, below)(random);
            num += above;
            den += below;
            contributions.push_back(from(name.c_str(), ratio(above, below)));
        }
        std::shuffle(contributions.begin(), contributions.end(), random);
        const auto figure =
            compute(measure(Comparator::at_least, "80", suppliers), indicator(), contributions);
        EXPECT_EQ(figure.coverage.missing.size(), static_cast<std::size_t>(missing));
        if (den == 0) continue;
        EXPECT_EQ(figure.parts.at(0).numerator, Decimal(num));
        EXPECT_EQ(figure.parts.at(0).denominator, Decimal(den));
    }
}

TEST(Verdict, ComparesUnroundedSoThatFiveNinthsMiss56Percent)
{
    const auto judgement = judged(Comparator::at_least, "56", 5, 9);
    EXPECT_EQ(judgement.verdict, Verdict::not_met);
    EXPECT_EQ(judgement.rule.args.at("rounding"), "would_pass");
    EXPECT_EQ(judgement.short_by, Decimal(1));
}

TEST(Verdict, MayCompareAtTheWrittenPrecisionWhereThePlanChoseIt)
{
    auto asked = measure(Comparator::at_least, "56", {"a"});
    asked.at_written_precision = true;
    EXPECT_EQ(
        judge(asked, indicator(), compute(asked, indicator(), {from("a", ratio(5, 9))})).verdict,
        Verdict::met
    );
}

TEST(Verdict, FollowsEachComparatorAtItsBound)
{
    const auto verdict = [](Comparator comparator, std::int64_t num) {
        return judged(comparator, "30", num, 100).verdict;
    };
    EXPECT_EQ(verdict(Comparator::at_least, 30), Verdict::met);
    EXPECT_EQ(verdict(Comparator::at_least, 29), Verdict::not_met);
    EXPECT_EQ(verdict(Comparator::above, 30), Verdict::not_met);
    EXPECT_EQ(verdict(Comparator::at_most, 30), Verdict::met);
    EXPECT_EQ(verdict(Comparator::at_most, 31), Verdict::not_met);
    EXPECT_EQ(verdict(Comparator::below, 30), Verdict::not_met);
    EXPECT_EQ(verdict(Comparator::below, 29), Verdict::met);
    EXPECT_EQ(verdict(Comparator::exactly, 30), Verdict::met);
    EXPECT_EQ(verdict(Comparator::exactly, 29), Verdict::not_met);
}

TEST(Verdict, SaysExceededOnlyWhereMoreIsWanted)
{
    EXPECT_TRUE(judged(Comparator::at_least, "30", 31, 100).exceeded);
    EXPECT_FALSE(judged(Comparator::at_least, "30", 30, 100).exceeded);
    EXPECT_FALSE(judged(Comparator::at_most, "30", 29, 100).exceeded); // "đạt", not "vượt"
    EXPECT_FALSE(judged(Comparator::at_most, "30", 31, 100).exceeded);
}

TEST(Verdict, SaysHowManyAreMissing)
{
    EXPECT_EQ(judged(Comparator::at_least, "80", 18, 23).short_by, Decimal(1)); // 18,4 needed
    EXPECT_EQ(judged(Comparator::at_least, "35", 21, 64).short_by, Decimal(2)); // 22,4 needed
    EXPECT_EQ(judged(Comparator::above, "50", 5, 10).short_by, Decimal(1));
    EXPECT_EQ(judged(Comparator::at_least, "80", 19, 23).short_by, std::nullopt);
}

TEST(Verdict, HoldsForEachSexByItself)
{
    auto asked = measure(Comparator::about, "80", {"a"});
    asked.tolerance = 1;
    const auto by_sex = indicator(Shape::ratio, Breakdown::sex);
    const auto figure = compute(
        asked,
        by_sex,
        {from(
            "a",
            counts({{"num.male", 301}, {"den.male", 382}, {"num.female", 322}, {"den.female", 391}})
        )}
    );
    const auto judgement = judge(asked, by_sex, figure);
    EXPECT_EQ(judgement.verdict, Verdict::not_met);
    EXPECT_EQ(judgement.failing_part, "male");
    EXPECT_EQ(judgement.rule.args.at("value"), "78.8");
    EXPECT_EQ(judgement.rule.args.at("bound"), "79");
}

TEST(Verdict, IsWithheldWhereAPersonKeepsTheTextAsWritten)
{
    auto asked = measure(Comparator::at_most, "56", {"a"});
    asked.not_judged = "giữ như văn bản";
    EXPECT_EQ(
        judge(asked, indicator(), compute(asked, indicator(), {from("a", ratio(118, 2190))}))
            .verdict,
        Verdict::not_judged
    );
}

} // namespace
} // namespace tiendo
