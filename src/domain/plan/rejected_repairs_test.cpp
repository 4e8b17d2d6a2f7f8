#include "domain/plan/rejected_repairs.hpp"

#include <gtest/gtest.h>

namespace tiendo {
namespace {

PlanReading reading()
{
    PlanReading reading;
    reading.document.title = "Kế hoạch của huyện Ngọc Hồi";
    reading.objectives = {
        {"1",
         "Trong gia đình",
         {1, 1},
         {{"1.1", "Tại huyện Ngọc Hồi, phấn đấu đạt 60% người dân Ngọc Hồi biết", {2, 3}, {}}}}
    };
    reading.duties = {{{"Ủy ban nhân dân huyện Ngọc Hồi"}, "Bố trí kinh phí", {9, 9}}};
    reading.recipients = {{"Huyện ủy Ngọc Hồi", "b/c"}};
    Finding second;
    second.code = "ocr_repaired";
    second.lines = {3, 3};
    second.repairs = {{"Ngọc Hòì", "Ngọc Hồi", "người dân Ngọc Hồi biết"}};
    Finding duty = second;
    duty.lines = {9, 9};
    duty.repairs = {{"Bổ trí", "Bố trí", "Bố trí kinh phí"}};
    Finding recipient = second;
    recipient.lines = {12, 12};
    recipient.repairs = {{"Ngọc Hòì", "Ngọc Hồi", "Huyện ủy Ngọc Hồi"}};
    reading.findings = {second, duty, recipient};
    return reading;
}

PlanReading decided(std::vector<std::pair<std::string, std::string>> decisions)
{
    std::vector<PlanChange> changes;
    for (auto& [finding, choice] : decisions)
        changes.push_back({1, "finding/" + finding, choice, "vì", "lan", {}, {}});
    return with_rejected_repairs(reading(), changes);
}

TEST(RejectedRepair, ShowsTheWordsAsWrittenWhereTheyStoodAndNowhereElse)
{
    const auto shown = decided({{"ocr_repaired@3", "rejected"}});
    EXPECT_EQ(
        shown.objectives[0].targets[0].text,
        "Tại huyện Ngọc Hồi, phấn đấu đạt 60% người dân Ngọc Hòì biết"
    );
    EXPECT_EQ(shown.document.title, "Kế hoạch của huyện Ngọc Hồi");
    EXPECT_EQ(shown.recipients[0].name, "Huyện ủy Ngọc Hồi");
}

TEST(RejectedRepair, ReachesTheRecipientsWhichHaveNoLines)
{
    const auto shown = decided({{"ocr_repaired@12", "rejected"}});
    EXPECT_EQ(shown.recipients[0].name, "Huyện ủy Ngọc Hòì");
    EXPECT_EQ(shown.document.title, "Kế hoạch của huyện Ngọc Hồi");
}

TEST(RejectedRepair, StaysWhereItWasAcceptedOrTakenAgain)
{
    EXPECT_EQ(decided({{"ocr_repaired@9", "accepted"}}), reading());
    EXPECT_EQ(decided({{"ocr_repaired@9", "rejected"}, {"ocr_repaired@9", "accepted"}}), reading());
    EXPECT_EQ(decided({{"ocr_repaired@9", "rejected"}}).duties[0].text, "Bổ trí kinh phí");
}

TEST(RejectedRepair, LeavesTheUnitsOfADutyKnown)
{
    auto misspelt = reading();
    misspelt.findings[1].repairs = {{"Ngọc Hòì", "Ngọc Hồi", "nhân dân huyện Ngọc Hồi"}};
    UnitDirectory directory;
    Unit office;
    office.id = UnitId("ubnd");
    office.name = "Ủy ban nhân dân huyện Ngọc Hồi";
    office.short_name = "UBND";
    office.valid_from = date(2000, 1, 1);
    directory = UnitDirectory({office}, {});
    const PlanChange change{1, "finding/ocr_repaired@9", "rejected", "vì", "lan", {}, {}};
    const auto plan = plan_with_changes(PlanId("1"), misspelt, {change}, directory);
    ASSERT_TRUE(plan);
    EXPECT_EQ(plan->duties[0].names[0], "Ủy ban nhân dân huyện Ngọc Hòì");
    EXPECT_EQ(plan->duties[0].units, std::vector{UnitId("ubnd")});
}

} // namespace
} // namespace tiendo
