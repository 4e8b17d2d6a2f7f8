#include "domain/indicator/forecast.hpp"

#include <gtest/gtest.h>

#include <random>

namespace tiendo {
namespace {

const PeriodId present("2023");
const std::vector<UnitId> two{UnitId("a"), UnitId("b")};

struct Counts {
    std::int64_t numerator;
    std::int64_t denominator;
};

Figure figure(const MeasureFigure& row, const std::vector<Counts>& counts)
{
    std::vector<Contribution> contributions;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        Contribution given;
        given.unit = two.at(i);
        given.cell.state = ValueState::value;
        given.cell.numbers = {{"num", counts[i].numerator}, {"den", counts[i].denominator}};
        contributions.push_back(given);
    }
    return compute(row.measure, row.indicator, contributions);
}

MeasureFigure measure(Comparator comparator, Decimal target)
{
    MeasureFigure row;
    row.measure.id = MeasureId("2.3");
    row.measure.suppliers = two;
    row.measure.quantity = Quantity{};
    row.measure.quantity->comparator = comparator;
    row.measure.quantity->value = target;
    row.indicator.unit = "%";
    return row;
}

/// One year after the other up to the present one; each unit has half of it.
MeasureFigure run_of(MeasureFigure row, const std::vector<Counts>& years)
{
    auto year = 2023 - static_cast<int>(years.size()) + 1;
    for (const auto& counts : years) {
        const auto now = figure(row, {counts, counts});
        if (year == 2023)
            row.figure = now;
        else
            row.history[PeriodId(std::to_string(year))] = now;
        ++year;
    }
    return row;
}

Course to(Date due)
{
    Course course;
    course.due = due;
    course.data_to = date(2023, 12, 14);
    return course;
}

const Course in_two_years = to(date(2025, 12, 31));

Forecast forecast_of(const MeasureFigure& row, const Course& course = in_two_years)
{
    return forecast(row, course, present);
}

TEST(Forecast, OfWhatStaysIsTheSameValueInABandThatIsNotNarrowerThanWhatIsPrinted)
{
    const std::vector<Counts> years(5, {6'000'000, 10'000'000});
    const auto found = forecast_of(run_of(measure(Comparator::at_least, 60), years));
    ASSERT_EQ(found.state, ForecastState::made);
    EXPECT_EQ(found.parts.front().value, Decimal(60));
    EXPECT_EQ(found.parts.front().low, Decimal(599, 1));
    EXPECT_EQ(found.parts.front().high, Decimal(601, 1));
    EXPECT_EQ(found.points.size(), 5u);
}

TEST(Forecast, FollowsTheLine)
{
    // 40, 42 … 48 %: 52 % two years on.
    const auto found = forecast_of(run_of(
        measure(Comparator::at_least, 50),
        {{40000, 100000}, {42000, 100000}, {44000, 100000}, {46000, 100000}, {48000, 100000}}
    ));
    EXPECT_EQ(found.parts.front().value, Decimal(52));
    EXPECT_EQ(found.parts.front().outcome, ForecastOutcome::likely_met);
}

TEST(Forecast, IsNoneBelowFourPeriods)
{
    const std::vector<Counts> years(3, {60, 100});
    const auto found = forecast_of(run_of(measure(Comparator::at_least, 60), years));
    EXPECT_EQ(found.state, ForecastState::too_few);
    EXPECT_TRUE(found.parts.empty());
    EXPECT_EQ(found.points.size(), 3u);
}

TEST(Forecast, IsNoneFartherAheadThanThePeriodsReachBack)
{
    const std::vector<Counts> years(4, {60, 100});
    const auto row = run_of(measure(Comparator::at_least, 60), years);
    EXPECT_EQ(forecast_of(row, to(date(2026, 12, 31))).state, ForecastState::made);
    EXPECT_EQ(forecast_of(row, to(date(2027, 12, 31))).state, ForecastState::too_far);
}

TEST(Forecast, IsNotNeededOnceTheDayHasCome)
{
    const std::vector<Counts> years(4, {60, 100});
    const auto row = run_of(measure(Comparator::at_least, 60), years);
    EXPECT_EQ(forecast_of(row, to(date(2023, 12, 31))).state, ForecastState::not_needed);
    Course without_day;
    EXPECT_EQ(forecast_of(row, without_day).state, ForecastState::not_needed);
}

TEST(Forecast, IsNoneOfYesAndNoAndWithoutASource)
{
    auto row = measure(Comparator::at_least, 60);
    row.indicator.shape = Shape::yes_no;
    EXPECT_EQ(forecast_of(row).state, ForecastState::no_number);
    row.indicator.shape = Shape::ratio;
    row.measure.no_source = "không có nguồn số liệu cấp huyện";
    EXPECT_EQ(forecast_of(row).state, ForecastState::no_number);
}

TEST(Forecast, NeverDividesTheActualByTheTargetWhereLowerIsBetter)
{
    // 30, 26, 22, 18 % against "không quá 15%": 10 % in two years, which is well.
    const std::vector<Counts> falling{
        {30000, 100000}, {26000, 100000}, {22000, 100000}, {18000, 100000}
    };
    const auto well = forecast_of(run_of(measure(Comparator::at_most, 15), falling));
    EXPECT_EQ(well.parts.front().value, Decimal(10));
    EXPECT_EQ(well.parts.front().outcome, ForecastOutcome::likely_met);
    const auto ill = forecast_of(run_of(measure(Comparator::at_most, 8), falling));
    EXPECT_EQ(ill.parts.front().outcome, ForecastOutcome::likely_missed);
}

TEST(Forecast, SaysThatItIsOpenWhereTheTargetLiesInTheBand)
{
    const std::vector<Counts> unsteady{{48, 100}, {55, 100}, {46, 100}, {53, 100}, {50, 100}};
    const auto below = forecast_of(run_of(measure(Comparator::at_least, 45), unsteady));
    EXPECT_EQ(below.parts.front().outcome, ForecastOutcome::rather_met);
    const auto above = forecast_of(run_of(measure(Comparator::at_least, 55), unsteady));
    EXPECT_EQ(above.parts.front().outcome, ForecastOutcome::rather_missed);
    const auto exact = forecast_of(run_of(measure(Comparator::exactly, 55), unsteady));
    EXPECT_EQ(exact.parts.front().outcome, ForecastOutcome::rather_missed);
}

TEST(Forecast, HasAWideBandWhereTheCountsAreSmall)
{
    const auto of = [](std::int64_t size) {
        const std::vector<Counts> years(4, {size / 2, size});
        return forecast_of(run_of(measure(Comparator::at_least, 50), years)).parts.front();
    };
    const auto few = of(4);
    const auto many = of(40'000);
    EXPECT_TRUE(few.is_by_chance);
    EXPECT_GT(subtract(few.high, few.low).value(), Decimal(50));
    EXPECT_LT(subtract(many.high, many.low).value(), Decimal(3));
    // All of three were served, four years long: that promises nothing of the fifth.
    const auto all = forecast_of(run_of(measure(Comparator::at_least, 100), {4, {3, 3}}));
    EXPECT_EQ(all.parts.front().value, Decimal(100));
    EXPECT_LT(all.parts.front().low, Decimal(70));
    EXPECT_EQ(all.parts.front().outcome, ForecastOutcome::rather_met);
}

TEST(Forecast, TakesAwaitedUnitsAsTheyLastWereAndSaysSo)
{
    auto row = run_of(
        measure(Comparator::at_least, 60),
        {{500, 1000}, {500, 1000}, {500, 1000}, {500, 1000}, {500, 1000}}
    );
    row.figure = figure(row, {{500, 1000}});
    const auto found = forecast_of(row);
    EXPECT_EQ(found.filled, 1);
    EXPECT_EQ(found.points.size(), 5u);
    EXPECT_EQ(found.parts.front().value, Decimal(50));
}

TEST(Forecast, LeavesOutPeriodsInWhichUnitsAreMissing)
{
    auto row = run_of(
        measure(Comparator::at_least, 60), {{50, 100}, {50, 100}, {50, 100}, {50, 100}, {50, 100}}
    );
    row.history[PeriodId("2020")] = figure(row, {{99, 100}});
    const auto found = forecast_of(row);
    EXPECT_EQ(found.points.size(), 4u);
    EXPECT_EQ(found.parts.front().value, Decimal(50));
}

TEST(Forecast, IsTheSameForAShareAndForItsRest)
{
    std::mt19937 random(20231208);
    std::uniform_int_distribution<std::int64_t> size(4, 2000);
    for (int i = 0; i < 300; ++i) {
        std::vector<Counts> shares;
        std::vector<Counts> rests;
        for (int year = 0; year < 4 + i % 5; ++year) {
            const auto denominator = size(random);
            const auto numerator = size(random) % (denominator + 1);
            shares.push_back({numerator, denominator});
            rests.push_back({denominator - numerator, denominator});
        }
        const auto up =
            forecast_of(run_of(measure(Comparator::at_least, 60), shares)).parts.front();
        const auto down =
            forecast_of(run_of(measure(Comparator::at_most, 40), rests)).parts.front();
        const auto is_mirrored = [](const Decimal& a, const Decimal& b) {
            const auto off = subtract(Decimal(100), add(a, b).value()).value();
            return Decimal(-1, 1) <= off && off <= Decimal(1, 1);
        };
        EXPECT_TRUE(is_mirrored(up.value, down.value));
        EXPECT_TRUE(is_mirrored(up.low, down.high));
        EXPECT_TRUE(is_mirrored(up.high, down.low));
        EXPECT_LE(up.low, up.value);
        EXPECT_GE(up.high, up.value);
        EXPECT_GE(subtract(up.high, up.low).value(), Decimal(1, 1));
        EXPECT_GE(up.low, Decimal(0));
        EXPECT_LE(up.high, Decimal(100));
    }
}

} // namespace
} // namespace tiendo
