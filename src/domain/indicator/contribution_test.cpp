#include "domain/indicator/contribution.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace tiendo {
namespace {

Contribution from(const std::string& unit, int version = 1)
{
    Contribution contribution;
    contribution.unit = UnitId(unit);
    contribution.version = version;
    return contribution;
}

TEST(Contributions, AreFoundByTheirUnitInWhateverOrderTheyStand)
{
    std::vector<Contribution> list;
    for (int i = 0; i < 200; ++i)
        list.push_back(from("u" + std::to_string(i), i));
    std::mt19937 random(7);
    for (int round = 0; round < 20; ++round) {
        std::shuffle(list.begin(), list.end(), random);
        const Contributions contributions(list);
        EXPECT_TRUE(std::ranges::equal(contributions, list));
        for (const auto& one : list)
            EXPECT_EQ(**contributions.find(one.unit), one);
        EXPECT_EQ(contributions.find(UnitId("u200")), nullptr);
    }
}

TEST(Contributions, OfOneUnitNamedTwiceAreTheFirst)
{
    EXPECT_EQ(
        (*Contributions{from("b", 1), from("a", 2), from("b", 3)}.find(UnitId("b")))->version, 1
    );
}

TEST(Contributions, AreSharedByCopies)
{
    const Contributions some{from("a"), from("b")};
    const auto copy = some; // NOLINT: the copy is what is tried
    EXPECT_EQ(copy.shared().front(), some.shared().front());
    EXPECT_EQ(copy, some);
    EXPECT_EQ(Contributions{}.size(), 0U);
}

} // namespace
} // namespace tiendo
