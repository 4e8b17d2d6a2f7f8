#include "domain/cube/cube_directory.hpp"
#include "domain/cube/question.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tiendo {
namespace {

using testing::ElementsAre;
using Indices = std::vector<DenseIndex>;

/// A nation (0) of two provinces (1, 2); the first has communes 3, 4 and 6, the second 5.
UnitTree nation()
{
    return UnitTree::of({no_index, 0, 0, 1, 1, 2, 1}).value();
}

/// One element, with two decimals; two periods and options.
Cube cube_on(const UnitTree& map, std::size_t bytes_max = 1U << 20U)
{
    return Cube::on(map, {.scales = {2}, .periods = 2, .options = 2, .bytes_max = bytes_max})
        .value();
}

const Indices element{0}, period{0}, both{0, 1}, option{0};
const Slice first_period{element, period, option};

CubeAnswer total(const Cube& cube, DenseIndex unit)
{
    return ask_one(cube, first_period, unit).value();
}

const char* key_of(const Error& error)
{
    return error.problems.front().key.c_str();
}

TEST(UnitTree, PutsWhoeverIsBelowAUnitBehindItWithoutAGap)
{
    const auto tree = nation();
    Indices order;
    for (DenseIndex position = 0; position < tree.size(); ++position)
        order.push_back(tree.unit_at(position));
    EXPECT_THAT(order, ElementsAre(0, 1, 3, 4, 6, 2, 5));
    EXPECT_EQ(tree.range_of(0), (PositionRange{0, 7}));
    EXPECT_EQ(tree.range_of(1), (PositionRange{1, 5}));
    EXPECT_EQ(tree.range_of(4), (PositionRange{3, 4}));
    EXPECT_EQ(tree.slots(), 3U);
    EXPECT_THAT(tree.level(0, 1), ElementsAre(1, 2));
    EXPECT_THAT(tree.leaves(0), ElementsAre(3, 4, 6, 5));
    EXPECT_EQ(tree.common_ancestor(3, 6), 1U);
    EXPECT_EQ(tree.common_ancestor(3, 5), 0U);
}

TEST(UnitTree, RefusesUnitsThatAreBelowThemselves)
{
    EXPECT_STREQ(key_of(UnitTree::of({no_index, 2, 1}).error()), "cube.units_in_a_circle");
    EXPECT_STREQ(key_of(UnitTree::of({no_index, 7}).error()), "cube.parent_unknown");
}

TEST(Cube, HoldsMissingApartFromZeroAndFromNoCases)
{
    auto cube = cube_on(nation());
    EXPECT_EQ(total(cube, 0).state, AnswerState::no_data);
    EXPECT_EQ(total(cube, 0).counts.expected, 4U);

    ASSERT_TRUE(cube.set({.unit = 3}, {.state = ValueState::not_arising}));
    EXPECT_EQ(total(cube, 1).state, AnswerState::not_arising);
    ASSERT_TRUE(cube.set({.unit = 4}, CubeValue::of(0)));
    ASSERT_TRUE(cube.set({.unit = 6}, {.state = ValueState::not_applicable}));
    const auto answer = total(cube, 1);
    EXPECT_EQ(answer.state, AnswerState::value);
    EXPECT_EQ(answer.number(), Decimal(0));
    EXPECT_EQ(
        answer.counts,
        (CellCounts{.expected = 3, .reported = 2, .not_arising = 1, .not_applicable = 1})
    );
    EXPECT_EQ(total(cube, 2).state, AnswerState::no_data);
}

TEST(Cube, KeepsEveryTotalInStepWithACorrectionAndAWithdrawal)
{
    auto cube = cube_on(nation());
    ASSERT_TRUE(cube.set({.unit = 3}, CubeValue::of(1050)));
    ASSERT_TRUE(cube.set({.unit = 5}, CubeValue::of(200)));
    ASSERT_TRUE(cube.set({.unit = 1}, CubeValue::of(1)));
    EXPECT_EQ(total(cube, 1).sum, 1051);
    EXPECT_EQ(total(cube, 0).number(), Decimal(1251, 2));
    ASSERT_TRUE(cube.set({.unit = 3}, CubeValue::of(-50)));
    EXPECT_EQ(total(cube, 0).sum, 151);
    ASSERT_TRUE(cube.withdraw({.unit = 3}));
    EXPECT_EQ(total(cube, 3).state, AnswerState::no_data);
    EXPECT_EQ(total(cube, 0).sum, 201);
    EXPECT_EQ(total(cube, 0).counts.reported, 2U);
}

TEST(Cube, SaysWhereATotalDoesNotFitAndIsExactAgainAfterwards)
{
    auto cube = cube_on(nation());
    const auto largest = std::numeric_limits<std::int64_t>::max();
    ASSERT_TRUE(cube.set({.unit = 3}, CubeValue::of(largest)));
    ASSERT_TRUE(cube.set({.unit = 4}, CubeValue::of(1)));
    EXPECT_EQ(total(cube, 1).state, AnswerState::overflow);
    EXPECT_EQ(total(cube, 4).sum, 1);
    ASSERT_TRUE(cube.set({.unit = 5}, CubeValue::of(-1)));
    EXPECT_EQ(total(cube, 0).sum, largest);
}

TEST(Cube, RefusesWhatItsMemoryDoesNotHoldAndStaysAsItWas)
{
    auto cube = cube_on(nation());
    ASSERT_TRUE(cube.set({.unit = 3}, CubeValue::of(7)));
    auto small = cube_on(nation(), cube.bytes());
    ASSERT_TRUE(small.set({.unit = 3}, CubeValue::of(7)));
    const auto refused = small.set({.period = 1, .unit = 3}, CubeValue::of(8));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, Refusal::too_large);
    EXPECT_STREQ(key_of(refused.error()), "cube.full");
    EXPECT_FALSE(small.set({.unit = 4}, {.state = ValueState::not_arising}));
    EXPECT_EQ(total(small, 0).sum, 7);
    EXPECT_EQ(total(small, 0).counts.reported, 1U);
    EXPECT_TRUE(small.set({.unit = 4}, CubeValue::of(9)));
    EXPECT_EQ(small.bytes(), cube.bytes());
}

TEST(Cube, CountsThoseExpectedToReportAnElement)
{
    auto cube = cube_on(nation());
    ASSERT_TRUE(cube.expect(0, 0, Indices{2, 3, 5}));
    EXPECT_EQ(total(cube, 0).counts.expected, 3U);
    EXPECT_EQ(total(cube, 1).counts.expected, 1U);
    EXPECT_EQ(ask_one(cube, {element, both, both}, 2).value().counts.expected, 8U);
}

TEST(Cube, TakesFurtherElementsAndPeriods)
{
    auto cube = cube_on(nation());
    ASSERT_TRUE(cube.set({.period = 1, .option = 1, .unit = 3}, CubeValue::of(7)));
    EXPECT_EQ(cube.add_element(0), 1U);
    EXPECT_EQ(cube.add_period(), 2U);
    EXPECT_EQ(cube.at({.period = 1, .option = 1, .unit = 3}), CubeValue::of(7));
    ASSERT_TRUE(cube.set({.element = 1, .period = 2, .unit = 5}, CubeValue::of(4)));
    EXPECT_EQ(cube.at({.element = 1, .period = 2, .unit = 5}), CubeValue::of(4));
    const Indices mixed{0, 1};
    EXPECT_STREQ(key_of(ask_one(cube, {mixed, period, option}, 0).error()), "cube.scales_differ");
    EXPECT_FALSE(cube.set({.period = 3}, CubeValue::of(4)));
}

TEST(Cube, SaysUpToWhichChangeItIs)
{
    auto cube = cube_on(nation());
    cube.advance_to(41);
    cube.advance_to(40);
    const Slice slices[] = {first_period};
    EXPECT_EQ(ask(cube, slices, Indices{0}).value().as_of(), 41U);
}

/// Three former communes under a former province (0): the first went to 3, the second was divided
/// between 3 and 4 as `shares` say, the third between 4 and 5.
Cube divided(std::optional<UnitShare> first, std::optional<UnitShare> second)
{
    const auto map = nation();
    const auto former = UnitTree::of({no_index, 0, 0, 0}).value();
    auto cube = cube_on(map);
    const auto mapping = UnitMapping::of(
        former,
        map,
        {{0, 0},
         {1, 3},
         {2, 3, first},
         {2, 4, second},
         {3, 4, UnitShare{1, 2}},
         {3, 5, UnitShare{1, 2}}}
    );
    EXPECT_TRUE(cube.report_on(0, cube.add_mapping(mapping.value()).value()));
    EXPECT_TRUE(cube.set({.unit = 1}, CubeValue::of(100)));
    EXPECT_TRUE(cube.set({.unit = 2}, CubeValue::of(10)));
    EXPECT_TRUE(cube.set({.unit = 3}, CubeValue::of(5)));
    return cube;
}

TEST(UnitMapping, DividesAValueByItsSharesIntoPartsThatMakeItUp)
{
    const auto cube = divided(UnitShare{1, 3}, UnitShare{2, 3});
    EXPECT_EQ(total(cube, 3).sum, 103);
    EXPECT_TRUE(total(cube, 3).allocated);
    EXPECT_EQ(total(cube, 4).sum, 7 + 3);
    EXPECT_EQ(total(cube, 5).sum, 2);
    EXPECT_EQ(total(cube, 1).sum, 113);
    EXPECT_TRUE(total(cube, 1).allocated) << "a part of the third is in the other province";
    EXPECT_EQ(total(cube, 0).sum, 115);
    EXPECT_FALSE(total(cube, 0).allocated);
    EXPECT_EQ(total(cube, 0).counts.reported, 3U);
    EXPECT_EQ(total(cube, 1).counts.reported, 3U);
    EXPECT_EQ(total(cube, 4).counts.reported, 2U);
    EXPECT_EQ(cube.at({.unit = 2}), CubeValue::of(10));
}

TEST(UnitMapping, KnowsNothingBelowTheUnitThatHasAllOfAnUnknownDivision)
{
    auto cube = divided(std::nullopt, std::nullopt);
    EXPECT_EQ(total(cube, 3).state, AnswerState::not_known);
    EXPECT_EQ(total(cube, 3).known_at, 1U);
    EXPECT_EQ(total(cube, 3).sum, 0);
    EXPECT_EQ(total(cube, 4).state, AnswerState::not_known);
    EXPECT_EQ(total(cube, 1).sum, 113);
    EXPECT_EQ(total(cube, 0).sum, 115);
    EXPECT_EQ(total(cube, 4).counts, (CellCounts{.expected = 2, .reported = 2}));

    ASSERT_TRUE(cube.set({.unit = 2}, {.state = ValueState::not_arising}));
    EXPECT_EQ(total(cube, 3).sum, 100) << "of nothing every part is nothing";
    EXPECT_EQ(total(cube, 3).counts.reported, 2U);
}

TEST(UnitMapping, GivesTheRestToTheOnlyPartWhoseShareIsNotSaid)
{
    const auto cube = divided(UnitShare{3, 10}, std::nullopt);
    EXPECT_EQ(total(cube, 3).sum, 103);
    EXPECT_EQ(total(cube, 4).sum, 7 + 3);
}

TEST(UnitMapping, RefusesUnitsThatGoNowhereAndSharesThatAreNotOne)
{
    const auto map = nation();
    const auto former = UnitTree::of({no_index}).value();
    const auto refusal = [&](const std::vector<UnitPart>& parts) {
        return std::string(key_of(UnitMapping::of(former, map, parts).error()));
    };
    EXPECT_EQ(refusal({}), "cube.unit_not_mapped");
    EXPECT_EQ(refusal({{0, 3, UnitShare{1, 2}}, {0, 4, UnitShare{1, 3}}}), "cube.shares_not_one");
    EXPECT_EQ(refusal({{0, 3, UnitShare{1, 2}}, {0, 4, UnitShare{2, 3}}}), "cube.shares_not_one");
    EXPECT_EQ(refusal({{0, 3}, {0, 4, std::nullopt}}), "cube.shares_not_one");
    EXPECT_EQ(refusal({{0, 9}}), "cube.unit_unknown");
    EXPECT_EQ(refusal({{0, 3, UnitShare{1, 3'000'000'000'000}}}), "cube.share_too_fine");
}

TEST(CubeDirectory, NumbersNamesInTheOrderInWhichTheyCome)
{
    CubeDirectory directory;
    EXPECT_EQ(directory.units.add("sa-loong"), 0U);
    EXPECT_EQ(directory.units.add("dak-duc"), 1U);
    EXPECT_EQ(directory.units.add("sa-loong"), 0U);
    EXPECT_EQ(directory.units.at(1), "dak-duc");
    EXPECT_EQ(directory.units.find("bo-y"), std::nullopt);
}

TEST(Cube, TakesOnlyNumbersOfTheScaleOfTheirElement)
{
    EXPECT_EQ(scaled(Decimal(265, 1), 2), 2650);
    EXPECT_EQ(scaled(Decimal(2655, 3), 2), std::nullopt);
    EXPECT_EQ(scaled(Decimal(std::numeric_limits<std::int64_t>::max()), 1), std::nullopt);
}

} // namespace
} // namespace tiendo
