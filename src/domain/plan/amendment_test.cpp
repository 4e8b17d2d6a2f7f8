#include "domain/plan/amendment.hpp"
#include "domain/plan/plan_fields.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tiendo {
namespace {

const std::string ground = "Bỏ theo Kế hoạch số 12/KH-UBND";

Quantity percent(std::int64_t value)
{
    Quantity quantity;
    quantity.value = value;
    quantity.unit = "percent";
    quantity.due = date(2023, 12, 31);
    return quantity;
}

PlanReading reading()
{
    PlanReading reading;
    reading.document.period_to = date(2023, 12, 31);
    reading.objectives = {
        {"1",
         "Trong lĩnh vực chính trị",
         {1, 1},
         {{"1.1", "Đạt 56% cơ quan có lãnh đạo chủ chốt là nữ", {2, 2}, {percent(56)}}}},
        {"2",
         "Trong lĩnh vực kinh tế",
         {3, 3},
         {{"2.1", "Lao động nữ làm công hưởng lương đạt 50%", {4, 4}, {percent(50)}},
          {"2.2", "Nữ giám đốc doanh nghiệp, hợp tác xã đạt 26%", {5, 5}, {percent(26)}}}}
    };
    reading.tasks = {
        {"1.1", "1", {}, "Quy hoạch, bổ nhiệm cán bộ nữ", {6, 6}, {}, {}, {}, {}},
        {"2.1", "2", {}, "Đào tạo nghề cho lao động nữ nông thôn", {7, 7}, {}, {}, {}, {}}
    };
    return reading;
}

Plan in_use(const std::vector<PlanChange>& changes = {})
{
    return plan_with_changes(PlanId("1"), reading(), changes, {}).value();
}

/// The plan once all of it is taken over.
Plan taken_over(const std::vector<Amendment>& amendments)
{
    std::vector<PlanChange> changes;
    for (const auto& amendment : amendments)
        for (const auto& setting : amendment.settings)
            changes.push_back({1, setting.path, setting.value, "", "lan", {}, ""});
    return in_use(changes);
}

TEST(Amendment, IsNothingWhereTheVersionsAgree)
{
    EXPECT_TRUE(amendments_of(in_use(), reading(), ground).empty());
}

TEST(Amendment, SetsOnlyTheLevelThatIsAnother)
{
    auto newer = reading();
    newer.objectives[0].targets[0].text = "Đạt 58% cơ quan có lãnh đạo chủ chốt là nữ";
    newer.objectives[0].targets[0].quantities = {percent(58)};
    const auto amendments = amendments_of(in_use(), newer, ground);
    ASSERT_EQ(amendments.size(), 1u);
    EXPECT_EQ(amendments[0].kind, AmendmentKind::changed);
    EXPECT_EQ(amendments[0].key, "target/1.1");
    const std::vector<FieldSetting> settings{
        {"target/1.1/text", "Đạt 58% cơ quan có lãnh đạo chủ chốt là nữ"},
        {"measure/1.1/value", "58"}
    };
    EXPECT_EQ(amendments[0].settings, settings);
}

TEST(Amendment, IsFoundWhereverTheTargetStandsNow)
{
    auto newer = reading();
    std::swap(newer.objectives[1].targets[0], newer.objectives[1].targets[1]);
    newer.objectives[1].targets[0].id = "2.1";
    newer.objectives[1].targets[1].id = "2.2";
    EXPECT_TRUE(amendments_of(in_use(), newer, ground).empty());
}

TEST(Amendment, KeepsARemovedTargetInThePlanAndAsksNobodyForIt)
{
    auto newer = reading();
    newer.objectives[1].targets.pop_back();
    const auto amendments = amendments_of(in_use(), newer, ground);
    ASSERT_EQ(amendments.size(), 1u);
    EXPECT_EQ(amendments[0].kind, AmendmentKind::removed);
    EXPECT_EQ(taken_over(amendments).measure(MeasureId("2.2"))->no_source, ground);
}

TEST(Amendment, GivesAnAddedTargetTheNextNumberOfItsObjective)
{
    auto newer = reading();
    newer.objectives[1].targets.insert(
        newer.objectives[1].targets.begin(),
        {"2.1",
         "Phụ nữ khởi nghiệp được vay vốn đạt 40%; 30% được tập huấn",
         {9, 9},
         {percent(40), percent(30)}}
    );
    const auto amendments = amendments_of(in_use(), newer, ground);
    ASSERT_EQ(amendments.size(), 1u);
    EXPECT_EQ(amendments[0].key, "target/2.3");
    const auto plan = taken_over(amendments);
    ASSERT_NE(plan.measure(MeasureId("2.3b")), nullptr);
    EXPECT_EQ(plan.measure(MeasureId("2.3a"))->quantity->value, Decimal(40));
    EXPECT_EQ(plan.measure(MeasureId("2.3b"))->quantity->value, Decimal(30));
    EXPECT_EQ(plan.measures.size(), 5u);
}

TEST(Amendment, IsMeasuredAgainstThePlanInUseWithItsCorrections)
{
    const auto corrected = in_use({{1, "measure/2.2/value", "27", "Nhầm số", "lan", {}, ""}});
    const auto amendments = amendments_of(corrected, reading(), ground);
    ASSERT_EQ(amendments.size(), 1u);
    EXPECT_EQ(amendments[0].levels_before.at(0)->value, Decimal(27));
    EXPECT_EQ(amendments[0].levels_now.at(0)->value, Decimal(26));
}

TEST(Amendment, LeavesARemovedTaskToAPerson)
{
    auto newer = reading();
    newer.tasks.pop_back();
    newer.tasks.push_back(
        {"2.1",
         "2",
         {},
         "Hỗ trợ vốn vay cho phụ nữ khởi nghiệp",
         {8, 8},
         {},
         {},
         date(2023, 10, 31),
         {}}
    );
    const auto amendments = amendments_of(in_use(), newer, ground);
    ASSERT_EQ(amendments.size(), 2u);
    EXPECT_EQ(amendments[0].kind, AmendmentKind::removed);
    EXPECT_TRUE(amendments[0].settings.empty());
    EXPECT_EQ(amendments[1].key, "task/2.2");
    EXPECT_EQ(taken_over(amendments).task("2.2")->due, date(2023, 10, 31));
}

} // namespace
} // namespace tiendo
