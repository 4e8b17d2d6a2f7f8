#include "domain/cube/naive_cube.hpp"

#include <gtest/gtest.h>

#include <random>

namespace tiendo {
namespace {

constexpr DenseIndex elements = 3;
constexpr DenseIndex periods = 4;
constexpr DenseIndex options = 2;

/// A world of random trees and values, the same for the same seed.
class World {
public:
    explicit World(unsigned seed) : random_(seed) {}

    DenseIndex below(std::size_t end)
    {
        return std::uniform_int_distribution<DenseIndex>(0, static_cast<DenseIndex>(end - 1))(
            random_
        );
    }
    bool one_in(DenseIndex count) { return below(count) == 0; }

    /// One unit above all; the others anywhere below, in no order.
    std::vector<DenseIndex> tree(std::size_t size)
    {
        std::vector<DenseIndex> order(size);
        std::iota(order.begin(), order.end(), 0U);
        std::ranges::shuffle(order, random_);
        std::vector<DenseIndex> parents(size, no_index);
        for (std::size_t k = 1; k < size; ++k)
            parents[order[k]] = order[below(one_in(3) ? k : std::min<std::size_t>(k, 4))];
        return parents;
    }

    CubeValue value()
    {
        CubeValue value;
        switch (below(8)) {
        case 0:
            return value;
        case 1:
            value.state = ValueState::not_arising;
            break;
        case 2:
            value.state = ValueState::not_applicable;
            return value;
        default:
            value = CubeValue::of(number());
        }
        value.estimated = one_in(4);
        value.accepted = one_in(2);
        return value;
    }

    CubeKey key(std::size_t units)
    {
        return {below(elements), below(periods), below(options), below(units)};
    }

    std::vector<DenseIndex> some(DenseIndex count)
    {
        std::vector<DenseIndex> chosen;
        for (DenseIndex k = 0; k < count; ++k)
            if (!one_in(3)) chosen.push_back(k);
        std::ranges::shuffle(chosen, random_);
        return chosen;
    }

    /// Each unit goes to one, or is divided, by shares that are known or not.
    std::vector<UnitPart> parts(std::size_t from, std::size_t to)
    {
        std::vector<UnitPart> parts;
        for (DenseIndex unit = 0; unit < from; ++unit) {
            const auto count = one_in(3) ? 2 + below(3) : 1;
            const auto whole = std::int64_t{count} * (1 + below(7)) + below(5);
            auto rest = whole;
            const auto unknown = count == 1 ? 0 : below(count + 1);
            for (DenseIndex k = 0; k < count; ++k) {
                const auto left = std::int64_t{count} - k - 1;
                const auto share =
                    left == 0 ? rest : 1 + below(static_cast<std::size_t>(rest - left));
                rest -= share;
                UnitPart part{unit, below(to), UnitShare{share, whole}};
                if (k >= count - unknown) part.share.reset();
                parts.push_back(part);
            }
        }
        return parts;
    }

    std::mt19937& random() { return random_; }

private:
    std::int64_t number()
    {
        switch (below(12)) {
        case 0:
            return std::numeric_limits<std::int64_t>::max() - below(3);
        case 1:
            return std::numeric_limits<std::int64_t>::min() + below(3);
        case 2:
            return std::int64_t{below(1000)} << 31U;
        case 3:
            return 0;
        default:
            return std::int64_t{below(2001)} - 1000;
        }
    }

    std::mt19937 random_;
};

Cube cube_on(const std::vector<DenseIndex>& parents)
{
    return Cube::on(
               UnitTree::of(parents).value(),
               {.scales = std::vector<int>(elements, 0), .periods = periods, .options = options}
    )
        .value();
}

/// Both answer the same for all units, to some questions.
void compare(World& world, const Cube& cube, const NaiveCube& naive)
{
    std::vector<DenseIndex> units(cube.map().size());
    std::iota(units.begin(), units.end(), 0U);
    std::ranges::shuffle(units, world.random());
    for (int question = 0; question < 3; ++question) {
        const auto asked_elements = world.some(elements);
        const auto asked_periods = world.some(periods);
        const auto asked_options = world.some(options);
        const Slice slice{asked_elements, asked_periods, asked_options};
        const auto answers = ask(cube, std::span(&slice, 1), units);
        ASSERT_TRUE(answers);
        const auto counts = count_reported(cube, slice, units);
        ASSERT_TRUE(counts);
        for (std::size_t row = 0; row < units.size(); ++row) {
            const auto expected = naive.ask(slice, units[row], 0);
            const auto answer = answers->at(0, row);
            ASSERT_EQ(answer, expected)
                << "unit " << units[row] << " state " << int(answer.state) << " for "
                << int(expected.state) << " sum " << answer.sum << " for " << expected.sum
                << " reported " << answer.counts.reported << " for " << expected.counts.reported
                << " expected " << answer.counts.expected << " for " << expected.counts.expected
                << " allocated " << answer.allocated << " for " << expected.allocated;
            if (!answer.has_sum()) continue;
            ASSERT_EQ(sum_again(cube, slice, units[row]).value(), std::optional(answer.sum));
        }
    }
}

TEST(Cube, AnswersWhatANaiveModelAnswersAfterAnyChange)
{
    for (unsigned seed = 0; seed < 12; ++seed) {
        World world(seed);
        const auto parents = world.tree(1 + world.below(80));
        auto cube = cube_on(parents);
        NaiveCube naive(parents);
        for (std::size_t change = 0; change < 30 * parents.size(); ++change) {
            const auto key = world.key(parents.size());
            const auto value = world.value();
            ASSERT_TRUE(cube.set(key, value));
            naive.set(key, value);
            ASSERT_EQ(cube.at(key), value);
        }
        compare(world, cube, naive);
        if (testing::Test::HasFatalFailure()) FAIL() << "seed " << seed;
    }
}

TEST(Cube, DoesNotDependOnTheOrderInWhichValuesArrive)
{
    for (unsigned seed = 0; seed < 20; ++seed) {
        World world(seed);
        const auto parents = world.tree(60);
        std::vector<std::pair<CubeKey, CubeValue>> values;
        for (DenseIndex unit = 0; unit < parents.size(); ++unit)
            for (DenseIndex element = 0; element < elements; ++element)
                values.push_back({{element, world.below(periods), 0, unit}, world.value()});
        auto first = cube_on(parents);
        for (const auto& [key, value] : values)
            ASSERT_TRUE(first.set(key, value));
        std::ranges::shuffle(values, world.random());
        auto second = cube_on(parents);
        for (const auto& [key, value] : values) {
            ASSERT_TRUE(second.set(key, world.value()));
            ASSERT_TRUE(second.withdraw(key));
            ASSERT_TRUE(second.set(key, value));
        }
        const std::vector<DenseIndex> all_elements{0, 1, 2}, all_periods{0, 1, 2, 3}, one_option{0};
        const Slice slice{all_elements, all_periods, one_option};
        for (DenseIndex unit = 0; unit < parents.size(); ++unit)
            ASSERT_EQ(ask_one(first, slice, unit).value(), ask_one(second, slice, unit).value());
    }
}

TEST(Cube, AnswersOnAnotherMapWhatANaiveModelAnswers)
{
    for (unsigned seed = 0; seed < 20; ++seed) {
        World world(seed);
        const auto map = world.tree(1 + world.below(40));
        const auto former = world.tree(1 + world.below(50));
        const auto parts = world.parts(former.size(), map.size());
        auto cube = cube_on(map);
        NaiveCube naive(map);
        const auto mapping =
            UnitMapping::of(UnitTree::of(former).value(), UnitTree::of(map).value(), parts);
        ASSERT_TRUE(mapping) << mapping.error().problems.front().key;
        const auto index = cube.add_mapping(*mapping).value();
        for (DenseIndex period = 0; period < 2; ++period) {
            ASSERT_TRUE(cube.report_on(period, index));
            naive.report_by(period, former, parts);
        }
        auto own = cube_on(former);
        for (std::size_t change = 0; change < 1000; ++change) {
            auto key = world.key(1);
            key.unit = world.below(key.period < 2 ? former.size() : map.size());
            const auto value = world.value();
            ASSERT_TRUE(cube.set(key, value));
            naive.set(key, value);
            if (key.period < 2) ASSERT_TRUE(own.set(key, value));
            ASSERT_EQ(cube.at(key), value);
        }
        compare(world, cube, naive);

        // Regrouped in one go it is the same as value by value, and no unit of the nation is lost.
        auto regrouped = cube_on(map);
        ASSERT_EQ(regrouped.add_mapping(*mapping).value(), 1U);
        NaiveCube again(map);
        for (DenseIndex period = 0; period < 2; ++period) {
            ASSERT_TRUE(regrouped.report_on(period, 1));
            ASSERT_TRUE(regrouped.take_over(own, period));
            const std::vector<DenseIndex> all_elements{0, 1, 2}, one{period}, both{0, 1};
            const Slice slice{all_elements, one, both};
            for (DenseIndex unit = 0; unit < map.size(); ++unit)
                ASSERT_EQ(
                    ask_one(regrouped, slice, unit).value(), ask_one(cube, slice, unit).value()
                );
            const auto top = [](const std::vector<DenseIndex>& parents) {
                return static_cast<DenseIndex>(
                    std::ranges::find(parents, no_index) - parents.begin()
                );
            };
            ASSERT_EQ(
                ask_one(regrouped, slice, top(map)).value(),
                ask_one(own, slice, top(former)).value()
            );
        }
        if (testing::Test::HasFatalFailure()) FAIL() << "seed " << seed;
    }
}

} // namespace
} // namespace tiendo
