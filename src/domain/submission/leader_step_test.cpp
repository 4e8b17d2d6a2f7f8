#include "domain/plan/plan_fields.hpp"
#include "domain/submission/leader_step.hpp"

#include <gtest/gtest.h>

namespace tiendo {
namespace {

constexpr LeaderStep on{true, false};
constexpr Sender clerk{true, false, true};

Result<Plan> plan_with(std::vector<PlanChange> changes)
{
    return plan_with_changes(PlanId("1"), {}, changes, UnitDirectory({}));
}

PlanChange change(const char* path, const char* value)
{
    PlanChange made;
    made.path = path;
    made.value = value;
    return made;
}

TEST(LeaderStep, IsOffUntilTheOfficeDecidesOtherwise)
{
    EXPECT_EQ(leader_step_of(Plan{}), LeaderStep{});
    EXPECT_EQ(way_out({}, clerk), WayOut::hand_in);
}

TEST(LeaderStep, IsAChangeOfThePlanAndTheNewestHolds)
{
    const auto strict =
        plan_with({change("workflow/leader_step", "on"), change("workflow/without_leader", "wait")}
        );
    EXPECT_EQ(leader_step_of(*strict), (LeaderStep{true, true}));
    const auto off =
        plan_with({change("workflow/leader_step", "on"), change("workflow/leader_step", "off")});
    EXPECT_EQ(leader_step_of(*off), LeaderStep{});
}

TEST(LeaderStep, TakesNoOtherWords)
{
    EXPECT_EQ(
        plan_with({change("workflow/leader_step", "yes")}).error().problems.at(0).key,
        "plan_field.value_not_understood"
    );
    EXPECT_EQ(
        plan_with({change("workflow/other", "on")}).error().problems.at(0).key, "plan_field.unknown"
    );
}

TEST(LeaderStep, LeadsTheClerksReportToTheLeader)
{
    EXPECT_EQ(way_out(on, clerk), WayOut::to_leader);
}

TEST(LeaderStep, IsNotTakenByALeaderWhoTypesOrByTheOfficeWithThePaper)
{
    EXPECT_EQ(way_out(on, {true, true, true}), WayOut::hand_in);
    EXPECT_EQ(way_out(on, {false, false, true}), WayOut::hand_in);
}

TEST(LeaderStep, OfAUnitWithoutALeaderIsAsTheOfficeDecided)
{
    const Sender alone{true, false, false};
    EXPECT_EQ(way_out(on, alone), WayOut::without_leader);
    EXPECT_EQ(way_out({true, true}, alone), WayOut::leader_awaited);
}

} // namespace
} // namespace tiendo
