#include "domain/plan/changes_in_force.hpp"

#include <gtest/gtest.h>

namespace tiendo {
namespace {

PlanChange change(int number, const std::string& path, const std::string& value)
{
    PlanChange made;
    made.number = number;
    made.path = path;
    made.value = value;
    return made;
}

PlanChange settling(PlanChange made, const std::string& finding)
{
    made.finding = finding;
    return made;
}

std::vector<int> numbers_in_force(const std::vector<PlanChange>& changes)
{
    std::vector<int> numbers;
    for (const auto& kept : changes_in_force(changes))
        numbers.push_back(kept.number);
    return numbers;
}

TEST(ChangesInForce, AreWithoutWhatWasTakenBack)
{
    EXPECT_EQ(
        numbers_in_force(
            {change(1, "measure/2.1/value", "30"),
             settling(change(2, "measure/4.1/value", "108"), "ratio_malformed@47"),
             change(3, "finding/rate_not_reduced@51", "keep"),
             change(4, "finding/ratio_malformed@47", "undone")}
        ),
        (std::vector{1, 3})
    );
}

TEST(ChangesInForce, TakeADecisionThatWasMadeAnewAfterItWasTakenBack)
{
    EXPECT_EQ(
        numbers_in_force(
            {change(1, "finding/x@1", "keep"),
             change(2, "finding/x@1", "undone"),
             change(3, "finding/x@1", "confirmed")}
        ),
        (std::vector{3})
    );
}

TEST(ChangedSince, NamesTheNewestChangeThatThePersonHasNotSeen)
{
    const std::vector changes{
        change(1, "measure/4.1/value", "107"),
        settling(change(2, "measure/4.1/value", "108"), "x@47"),
        change(3, "measure/4.2/value", "9")
    };
    EXPECT_EQ(changed_since(changes, 1, change(0, "measure/4.1/value", "110"))->number, 2);
    EXPECT_EQ(changed_since(changes, 1, change(0, "finding/x@47", "keep"))->number, 2);
    EXPECT_EQ(changed_since(changes, 2, change(0, "finding/x@47", "keep")), nullptr);
    EXPECT_EQ(changed_since(changes, 0, change(0, "measure/1.1/value", "keep")), nullptr);
}

} // namespace
} // namespace tiendo
