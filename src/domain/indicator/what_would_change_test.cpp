#include "domain/indicator/what_would_change.hpp"

#include <gtest/gtest.h>

namespace tiendo {
namespace {

class WhatWouldChange : public testing::Test {
protected:
    WhatWouldChange()
    {
        measure_.id = MeasureId("3.2a");
        measure_.quantity = Quantity{};
        ask(Comparator::at_least, 80);
    }

    void ask(Comparator comparator, Decimal value)
    {
        measure_.quantity->comparator = comparator;
        measure_.quantity->value = value;
        measure_.quantity->unit = "percent";
    }

    void report(std::map<std::string, Decimal> numbers)
    {
        Contribution contribution;
        contribution.unit = UnitId("u" + std::to_string(contributions_.size()));
        contribution.cell.state = ValueState::value;
        contribution.cell.numbers = std::move(numbers);
        measure_.suppliers.push_back(contribution.unit);
        contributions_.push_back(std::move(contribution));
    }

    void await(int units)
    {
        for (int i = 0; i < units; ++i)
            measure_.suppliers.emplace_back("awaited" + std::to_string(i));
    }

    std::optional<Problem> said() const
    {
        const auto figure = compute(measure_, indicator_, contributions_);
        return what_would_change(measure_, indicator_, figure, judge(measure_, indicator_, figure));
    }

    std::string key() const { return said() ? said()->key : std::string("none"); }
    std::string then() const
    {
        const auto args = said()->args;
        return args.at("count") + ": " + args.at("numerator") + "/" + args.at("denominator");
    }

    Measure measure_;
    Indicator indicator_;
    std::vector<Contribution> contributions_;
};

TEST_F(WhatWouldChange, NamesTheFewestCountsThatAreLacking)
{
    report({{"num", 18}, {"den", 23}}); // 80 % of 23 are 18,4
    EXPECT_EQ(key(), "change.more");
    EXPECT_EQ(then(), "1: 19/23");
}

TEST_F(WhatWouldChange, NamesTheRoomThatIsLeft)
{
    report({{"num", 21}, {"den", 23}}); // 19/23 still meet it
    EXPECT_EQ(key(), "change.room_below");
    EXPECT_EQ(then(), "2: 19/23");
    contributions_.clear();
    measure_.suppliers.clear();
    report({{"num", 8}, {"den", 10}});
    EXPECT_EQ(key(), "change.no_room");
    EXPECT_EQ(then(), "1: 7/10");
}

TEST_F(WhatWouldChange, NamesTheSmallestReportOfThoseAwaitedThatWins)
{
    report({{"num", 18}, {"den", 23}});
    await(1);
    EXPECT_EQ(key(), "change.counts_win");
    EXPECT_EQ(then(), "2: 20/25"); // 19/24 are 79,17 %
    EXPECT_EQ(said()->args.at("above"), "2");
    EXPECT_EQ(said()->args.at("missing"), "1");
}

TEST_F(WhatWouldChange, NamesTheSmallestReportOfThoseAwaitedThatLoses)
{
    report({{"num", 17}, {"den", 20}});
    await(2);
    EXPECT_EQ(key(), "change.counts_lose");
    EXPECT_EQ(then(), "2: 17/22"); // 17/21 are 80,95 %
    EXPECT_EQ(said()->args.at("above"), "0");
}

TEST_F(WhatWouldChange, SaysThatAMissOfAHundredPercentStays)
{
    ask(Comparator::at_least, 100);
    report({{"num", 143}, {"den", 144}});
    await(1);
    EXPECT_EQ(key(), "change.counts_cannot_win");
    EXPECT_EQ(said()->args.at("count"), "1");
}

TEST_F(WhatWouldChange, CountsDownwardsWhereLessIsBetter)
{
    ask(Comparator::below, 30);
    report({{"num", 30}, {"den", 100}});
    EXPECT_EQ(key(), "change.fewer");
    EXPECT_EQ(then(), "1: 29/100");
    await(1);
    EXPECT_EQ(key(), "change.counts_win");
    EXPECT_EQ(then(), "1: 30/101");
    EXPECT_EQ(said()->args.at("above"), "0");
}

TEST_F(WhatWouldChange, KnowsAllCasesWhereUnitsAreCounted)
{
    indicator_.shape = Shape::quarters;
    indicator_.across_units = AcrossUnits::share_of_units;
    measure_.inner = Quantity{};
    measure_.inner->value = 3;
    const std::map<std::string, Decimal> enough{{"q1", 3}, {"q2", 3}, {"q3", 3}, {"q4", 3}};
    for (int i = 0; i < 3; ++i)
        report(enough);
    report({{"q1", 3}, {"q2", 3}, {"q3", 1}, {"q4", 3}}); // 3 of 4
    await(2);
    EXPECT_EQ(key(), "change.units_win"); // 5 of 6 are 83,33 %
    EXPECT_EQ(then(), "2: 5/6");
    ask(Comparator::at_least, 100);
    EXPECT_EQ(key(), "change.units_cannot_win");
    EXPECT_EQ(then(), "2: 5/6");
    ask(Comparator::at_least, 50);
    EXPECT_EQ(key(), "change.units_cannot_lose");
    EXPECT_EQ(then(), "2: 3/6");
    ask(Comparator::at_least, 60);
    EXPECT_EQ(key(), "change.units_lose");
    EXPECT_EQ(then(), "2: 3/6");
}

TEST_F(WhatWouldChange, TellsOfTheSexThatMissesIt)
{
    indicator_.breakdown = Breakdown::sex;
    report({{"num.male", 7}, {"den.male", 10}, {"num.female", 9}, {"den.female", 10}});
    EXPECT_EQ(key(), "change.more");
    EXPECT_EQ(said()->args.at("sex"), "male");
    EXPECT_EQ(then(), "1: 8/10");
}

TEST_F(WhatWouldChange, IsNoneWithoutAVerdictOrWithoutWholeCounts)
{
    EXPECT_EQ(key(), "none");
    report({{"num", *Decimal::parse("7.5")}, {"den", 10}});
    EXPECT_EQ(key(), "none");
    measure_.quantity->comparator = Comparator::exactly;
    EXPECT_EQ(key(), "none");
}

} // namespace
} // namespace tiendo
