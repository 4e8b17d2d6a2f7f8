#include "domain/cube/cell_checks.hpp"
#include "domain/cube/ranking.hpp"
#include "domain/cube/z_scores.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <random>

namespace tiendo {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Indices = std::vector<DenseIndex>;

/// A province (0) with so many communes, and so many elements and periods; two options.
Cube province(DenseIndex communes, DenseIndex elements, DenseIndex periods)
{
    std::vector<DenseIndex> parents(communes + 1, 0);
    parents[0] = no_index;
    return Cube::on(
               UnitTree::of(parents).value(),
               {.scales = std::vector<int>(elements, 0), .periods = periods, .options = 2}
    )
        .value();
}

void put(Cube& cube, const CubeKey& key, std::int64_t number)
{
    ASSERT_TRUE(cube.set(key, CubeValue::of(number)));
}

TEST(Ranking, PutsTheLargestFirstAndLeavesOutWhoHasNoNumber)
{
    auto cube = province(5, 2, 1);
    const std::int64_t above[] = {3, 9, 9, 1};
    const std::int64_t below[] = {4, 18, 10, 0};
    for (DenseIndex k = 0; k < 4; ++k) {
        put(cube, {.element = 0, .unit = k + 1}, above[k]);
        put(cube, {.element = 1, .unit = k + 1}, below[k]);
    }
    const Indices first{0}, second{1}, one{0}, communes{1, 2, 3, 4, 5};
    const Slice slices[] = {{first, one, one}, {second, one, one}};
    const auto answers = ask(cube, slices, communes).value();
    EXPECT_THAT(highest(answers, 0, 3), ElementsAre(1, 2, 0));
    EXPECT_THAT(highest(answers, 0, 9), ElementsAre(1, 2, 0, 3));
    EXPECT_THAT(highest(answers, RatioSlices{0, 1}, 2), ElementsAre(2, 0)) << "90 %, 75 %, 50 %";
    EXPECT_EQ(ratio_of(answers.at(0, 0), answers.at(1, 0), 100)->rounded(0), Decimal(75));
    EXPECT_FALSE(ratio_of(answers.at(0, 3), answers.at(1, 3), 100)) << "nothing below the line";

    EXPECT_EQ(units_meeting(answers, 0, 9, std::is_gteq), (MeetingUnits{2, 4, 5}));
    EXPECT_EQ(
        units_meeting(answers, RatioSlices{0, 1, 100}, 75, std::is_gteq), (MeetingUnits{2, 3, 5})
    );
    EXPECT_EQ(
        units_meeting(answers, RatioSlices{0, 1, 100}, 75, std::is_gt), (MeetingUnits{1, 3, 5})
    );
}

TEST(CellChecks, FindWhereTheNumbersOfAUnitDoNotFitTogether)
{
    auto cube = province(3, 2, 2);
    // The second has more above the line than below; the third has not reported what is below.
    const std::int64_t above[] = {5, 9, 50};
    for (DenseIndex k = 0; k < 3; ++k)
        put(cube, {.element = 0, .period = 1, .unit = k + 1}, above[k]);
    put(cube, {.element = 1, .period = 1, .unit = 1}, 5);
    put(cube, {.element = 1, .period = 1, .unit = 2}, 8);
    put(cube, {.element = 0, .period = 0, .unit = 1}, 4);
    put(cube, {.element = 0, .period = 0, .unit = 2}, 7);
    ASSERT_TRUE(cube.set({.period = 1, .option = 1, .unit = 2}, {.state = ValueState::not_arising})
    );

    const std::vector<CellCheck> checks{
        {{{0, 0}}, {{1, 0}}, CheckRelation::at_most},
        {{{0, 0}}, {{0, 0, true}}, CheckRelation::near, 25},
        {{{0, 0}}, {{0, 0, true}}, CheckRelation::near, 28},
        {{{0, 0}, {0, 1}}, {{1, 0}}, CheckRelation::equal},
    };
    const auto found = run_checks(cube, checks, {1, 0}, 0).value();
    EXPECT_THAT(
        found,
        ElementsAre(
            CheckFinding{0, 2}, // 9 > 8
            CheckFinding{1, 2}, // 7 to 9 is 29 %, 4 to 5 just 25 %
            CheckFinding{2, 2},
            CheckFinding{3, 2} // 9 + 0 is not 8
        )
    );
    EXPECT_THAT(run_checks(cube, checks, {1, 0}, 1).value(), IsEmpty());
    EXPECT_THAT(
        run_checks(cube, checks, {1}, 2).value(),
        ElementsAre(CheckFinding{0, 2}, CheckFinding{3, 2})
    );
}

TEST(CellChecks, AreExactForLargeNumbers)
{
    auto cube = province(1, 2, 1);
    const auto large = std::int64_t{1} << 62;
    put(cube, {.element = 0, .unit = 1}, large);
    put(cube, {.element = 1, .unit = 1}, large - 1);
    const std::vector<CellCheck> checks{{{{0, 0}}, {{1, 0}}, CheckRelation::at_most}};
    EXPECT_THAT(run_checks(cube, checks, {0}, 0).value(), ElementsAre(CheckFinding{0, 1}));
}

TEST(ZScores, FindANumberFarFromThoseBeforeIt)
{
    auto cube = province(2, 1, 7);
    const std::int64_t steady[] = {10, 12, 11, 9, 10, 12, 30};
    for (DenseIndex period = 0; period < 7; ++period) {
        put(cube, {.period = period, .unit = 1}, steady[period]);
        put(cube, {.period = period, .unit = 2}, 5);
    }
    put(cube, {.period = 6, .unit = 2}, 500);
    const Indices history{0, 1, 2, 3, 4, 5}, last{6};
    const auto found = far_numbers(cube, {.history = history, .judged = last}, 0).value();
    ASSERT_EQ(found.size(), 1U) << "who always said the same is not judged";
    EXPECT_EQ(found.front().unit, 1U);
    EXPECT_EQ(found.front().number, 30);
    EXPECT_NEAR(found.front().score, 15.97, 0.01) << "mean 10,67, deviation 1,21";

    const Indices few{0, 1, 2};
    EXPECT_THAT(far_numbers(cube, {.history = few, .judged = last}, 0).value(), IsEmpty());
}

using Places = std::vector<std::pair<DenseIndex, DenseIndex>>; ///< unit, period

/// Numbers about 50, some of them far away, some missing; every third commune has large ones in the
/// periods before `large_before`.
Cube uneven_province(DenseIndex communes, DenseIndex periods, DenseIndex large_before)
{
    std::mt19937 random(7);
    auto cube = province(communes, 1, periods);
    for (DenseIndex unit = 1; unit <= communes; ++unit)
        for (DenseIndex period = 0; period < periods; ++period) {
            const auto is_large = unit % 3 == 0 && period < large_before;
            const std::int64_t usual = is_large ? 3'000'000'000'000 + random() % 9 : random() % 100;
            const auto kind = random() % 10;
            if (kind == 0) continue;
            if (kind == 1)
                EXPECT_TRUE(
                    cube.set({.period = period, .unit = unit}, {.state = ValueState::not_arising})
                );
            else
                put(cube, {.period = period, .unit = unit}, kind == 2 ? usual + 300 : usual);
        }
    return cube;
}

/// For each number, straight from the definition.
Places far_by_definition(const Cube& cube, DenseIndex communes, double deviations)
{
    Places far;
    for (DenseIndex unit = 1; unit <= communes; ++unit) {
        std::vector<std::pair<DenseIndex, long double>> numbers;
        for (DenseIndex period = 0; period < cube.periods(); ++period)
            if (const auto value = cube.at({.period = period, .unit = unit});
                value.state == ValueState::value)
                numbers.emplace_back(period, value.number);
        if (numbers.size() < 4) continue;
        long double mean = 0, squares = 0;
        for (const auto& [period, number] : numbers)
            mean += number / static_cast<long double>(numbers.size());
        for (const auto& [period, number] : numbers)
            squares += (number - mean) * (number - mean);
        const auto deviation = std::sqrt(squares / static_cast<long double>(numbers.size() - 1));
        for (const auto& [period, number] : numbers)
            if (std::abs(number - mean) > deviations * deviation) far.emplace_back(unit, period);
    }
    return far;
}

TEST(ZScores, AgreeWithTheDefinitionWhateverIsMissing)
{
    const DenseIndex communes = 1100, periods = 12;
    Indices all(periods);
    std::iota(all.begin(), all.end(), 0U);
    for (const DenseIndex large_before : {0U, 5U, periods}) {
        const auto cube = uneven_province(communes, periods, large_before);
        const auto answer =
            far_numbers(cube, {.history = all, .judged = all, .deviations = 2}, 0).value();
        Places found;
        for (const auto& number : answer)
            found.emplace_back(number.unit, number.period);
        std::ranges::sort(found);
        EXPECT_GT(found.size(), 100U);
        EXPECT_EQ(found, far_by_definition(cube, communes, 2)) << large_before;
    }
}

} // namespace
} // namespace tiendo
