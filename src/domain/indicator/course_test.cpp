#include "domain/indicator/course.hpp"

#include <gtest/gtest.h>

namespace tiendo {
namespace {

Measure asked(Comparator comparator, Decimal value, std::optional<Decimal> baseline)
{
    Measure measure;
    measure.id = MeasureId("2.3");
    measure.suppliers = {UnitId("a")};
    measure.quantity = Quantity{};
    measure.quantity->comparator = comparator;
    measure.quantity->value = value;
    measure.quantity->unit = "percent";
    measure.quantity->baseline = baseline;
    return measure;
}

Plan plan_of_the_year()
{
    Plan plan;
    plan.head.period_from = date(2023, 1, 1);
    plan.head.period_to = date(2023, 12, 31);
    return plan;
}

/// Data to that day.
Period period_to(Date day)
{
    Period period;
    period.window = {date(2023, 1, 1), day};
    return period;
}

const Period half_year = period_to(date(2023, 7, 2)); // 183 of 365 days

Judgement judged(const Measure& measure, std::int64_t num, std::int64_t den, const Period& period)
{
    Contribution contribution;
    contribution.unit = UnitId("a");
    contribution.cell.state = ValueState::value;
    contribution.cell.numbers = {{"num", num}, {"den", den}};
    const Indicator indicator;
    const auto figure = compute(measure, indicator, {contribution});
    return judge_on_course(
        measure, indicator, figure, course_of(measure, plan_of_the_year(), period)
    );
}

TEST(Course, JudgesBeforeTheDayByTheStraightLineFromTheBaseline)
{
    // From 20 to 40 %: on 2 July 183/365 of 20 points should be gained, 10,03; nine tenths are
    // 9,02.
    const auto measure = asked(Comparator::at_least, 40, Decimal(20));
    EXPECT_EQ(judged(measure, 2903, 10000, half_year).verdict, Verdict::on_track);
    EXPECT_EQ(judged(measure, 2902, 10000, half_year).verdict, Verdict::at_risk);
    EXPECT_EQ(judged(measure, 2702, 10000, half_year).verdict, Verdict::at_risk); // 7,019 needed
    EXPECT_EQ(judged(measure, 2701, 10000, half_year).verdict, Verdict::behind);
    EXPECT_EQ(judged(measure, 1900, 10000, half_year).verdict, Verdict::behind);
    EXPECT_EQ(judged(measure, 4000, 10000, half_year).verdict, Verdict::met);
}

TEST(Course, RunsDownwardsWhereLessIsBetter)
{
    const auto measure = asked(Comparator::at_most, 20, Decimal(40));
    EXPECT_EQ(judged(measure, 3097, 10000, half_year).verdict, Verdict::on_track);
    EXPECT_EQ(judged(measure, 3098, 10000, half_year).verdict, Verdict::at_risk);
    EXPECT_EQ(judged(measure, 4100, 10000, half_year).verdict, Verdict::behind);
}

TEST(Course, SaysWhatTheLineAsksOnTheDay)
{
    const auto judgement = judged(asked(Comparator::at_least, 40, Decimal(20)), 25, 100, half_year);
    EXPECT_TRUE(judgement.early);
    EXPECT_EQ(judgement.course.key, "course.behind");
    EXPECT_EQ(judgement.course.args.at("asked"), "30.03");
    EXPECT_EQ(judgement.course.args.at("day"), "02/07/2023");
    EXPECT_EQ(judgement.course.args.at("due"), "31/12/2023");
}

TEST(Course, KnowsOnlyMetAndNotMetWithoutABaseline)
{
    const auto judgement = judged(asked(Comparator::at_least, 40, {}), 25, 100, half_year);
    EXPECT_EQ(judgement.verdict, Verdict::not_met);
    EXPECT_TRUE(judgement.early);
    EXPECT_EQ(judgement.course.key, "course.without_baseline");
    EXPECT_EQ(
        judged(asked(Comparator::at_least, 40, {}), 40, 100, half_year).verdict, Verdict::met
    );
}

TEST(Course, IsNoneWhereTheTargetLiesTheWrongWay)
{
    // "giảm từ 55 xuống 56": no line leads there.
    const auto judgement = judged(asked(Comparator::at_most, 56, Decimal(55)), 60, 100, half_year);
    EXPECT_EQ(judgement.verdict, Verdict::not_met);
    EXPECT_EQ(judgement.course.key, "course.without_baseline");
}

TEST(Course, EndsWithTheDecreesYear)
{
    const auto measure = asked(Comparator::at_least, 40, Decimal(20));
    const auto judgement = judged(measure, 39, 100, period_to(date(2023, 12, 14)));
    EXPECT_EQ(judgement.verdict, Verdict::not_met);
    EXPECT_FALSE(judgement.early);
}

TEST(Course, EndsOnTheTargetsOwnDay)
{
    auto measure = asked(Comparator::at_least, 40, Decimal(20));
    measure.quantity->due = date(2023, 6, 30);
    EXPECT_EQ(judged(measure, 39, 100, half_year).verdict, Verdict::not_met);
    measure.quantity->due = date(2025, 12, 31);
    EXPECT_TRUE(judged(measure, 39, 100, period_to(date(2023, 12, 14))).early);
}

TEST(Course, OfAPartHoldsNoUnitAgainstTheLineOfTheWhole)
{
    const auto measure = asked(Comparator::at_least, 40, Decimal(20));
    EXPECT_FALSE(course_of(measure, plan_of_the_year(), half_year).of_a_part().baseline);
}

} // namespace
} // namespace tiendo
