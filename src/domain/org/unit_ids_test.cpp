#include "domain/org/unit_ids.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tiendo {
namespace {

TEST(UnitIds, KeepTheirOrderAndTellWhoIsOnThem)
{
    UnitIds ids{UnitId("b"), UnitId("a")};
    ids.push_back(UnitId("c"));
    ids.emplace_back("aa");
    EXPECT_EQ(ids.list(), (std::vector{UnitId("b"), UnitId("a"), UnitId("c"), UnitId("aa")}));
    for (const auto& id : ids)
        EXPECT_TRUE(ids.contains(id));
    EXPECT_FALSE(ids.contains(UnitId("ab")));
    EXPECT_FALSE(UnitIds{}.contains(UnitId("a")));
}

TEST(UnitIds, DoNotChangeWithTheirCopies)
{
    const UnitIds before{UnitId("a")};
    auto after = before;
    after.push_back(UnitId("b"));
    EXPECT_EQ(before, UnitIds{UnitId("a")});
    EXPECT_FALSE(before.contains(UnitId("b")));
    EXPECT_NE(before, after);
    after.clear();
    EXPECT_EQ(after, UnitIds{});
}

} // namespace
} // namespace tiendo
