#include "base/text.hpp"
#include "domain/plan/plan.hpp"

#include <gtest/gtest.h>

namespace tiendo {
namespace {

Quantity percent(std::int64_t value)
{
    Quantity quantity;
    quantity.value = value;
    quantity.unit = "percent";
    return quantity;
}

PlanReading reading()
{
    PlanReading reading;
    reading.document.period_to = date(2023, 12, 31);
    Quantity items = percent(3);
    items.unit = "tin, bài";
    items.every = Cadence::quarter;
    Quantity communes = percent(100);
    communes.every = Cadence::quarter;
    Quantity about = percent(80);
    about.comparator = Comparator::about;
    reading.objectives = {
        {"1",
         "Một",
         {1, 1},
         {{"1.1", "80% người bị bạo lực; 50% người gây bạo lực", {2, 2}, {percent(80), percent(50)}
          },
          {"1.2", "Nội dung được đưa vào chương trình", {3, 3}, {}},
          {"1.3", "100% xã mỗi quý có ít nhất 03 tin, bài", {4, 4}, {communes, items}},
          {"1.4", "đạt khoảng 80%", {5, 5}, {about}}}}
    };
    reading.tasks = {
        {"1.1", "1", std::nullopt, "Việc một", {6, 6}, {}, {}, std::nullopt, std::nullopt},
        {"1.2", "1", std::nullopt, "Việc một", {7, 7}, {}, {}, std::nullopt, std::nullopt}
    };
    reading.findings = {
        {"rate_not_reduced", Severity::error, {2, 2}, "", "", "", ""},
        {"number_missing", Severity::error, {1, 1}, "", "", "", ""}
    };
    return reading;
}

PlanChange change(const char* path, const char* value, const char* finding = "")
{
    return {1, path, value, "", "lan", {}, finding};
}

Plan plan(const std::vector<PlanChange>& changes = {})
{
    return plan_with_changes(PlanId("1"), reading(), changes, {}).value();
}

std::string ids(const Plan& plan)
{
    std::vector<std::string> result;
    for (const auto& measure : plan.measures)
        result.push_back(measure.id.str());
    return join(result, " ");
}

TEST(Plan, HasALetterOnlyWhereATargetHoldsSeveralMeasures)
{
    EXPECT_EQ(ids(plan()), "1.1a 1.1b 1.2 1.3 1.4");
    EXPECT_EQ(plan().measure(MeasureId("1.1b"))->title, "50% người gây bạo lực");
}

TEST(Plan, TakesACountOfTheSameCadenceForTheInnerConditionOfAShare)
{
    const auto laid = plan();
    const auto* measure = laid.measure(MeasureId("1.3"));
    ASSERT_TRUE(measure->inner.has_value());
    EXPECT_EQ(measure->inner->value, Decimal(3));
    EXPECT_EQ(measure->quantity->value, Decimal(100));
}

TEST(Plan, KeepsTheReadingUnderAChangeOfANumber)
{
    const auto corrected = plan({change("measure/1.1a/value", "85,5")});
    EXPECT_EQ(corrected.measure(MeasureId("1.1a"))->quantity->value, Decimal(855, 1));
    EXPECT_EQ(reading().objectives[0].targets[0].quantities[0].value, Decimal(80));
    EXPECT_EQ(corrected.changed.at("measure/1.1a/value").by, "lan");
}

TEST(Plan, RefusesAFieldOrValueThatIsNone)
{
    const auto refused = [](const char* path, const char* value) {
        const auto result = plan_with_changes(PlanId("1"), reading(), {change(path, value)}, {});
        return result ? std::string("taken") : result.error().problems[0].key;
    };
    EXPECT_EQ(refused("measure/1.1a/colour", "red"), "plan_field.unknown");
    EXPECT_EQ(refused("measure/1.1a/value", "nhiều"), "plan_field.value_not_understood");
    EXPECT_EQ(refused("measure/1.1a/comparator", "more"), "plan_field.value_not_understood");
    EXPECT_EQ(refused("nonsense", ""), "plan_field.unknown");
}

TEST(Plan, GrowsFromNothingByTyping)
{
    const auto typed = plan_with_changes(
        PlanId("1"),
        {},
        {change("objective/1/title", "Kinh tế"),
         change("target/1.1/text", "Đạt 50%"),
         change("measure/1.1/value", "50"),
         change("measure/1.1/unit", "percent"),
         change("task/1.1/text", "Mở lớp")},
        {}
    );
    ASSERT_TRUE(typed.has_value());
    EXPECT_EQ(typed->objectives.at(0).targets.at(0).text, "Đạt 50%");
    EXPECT_EQ(typed->measures.at(0).quantity->value, Decimal(50));
    EXPECT_EQ(typed->tasks.at(0).text, "Mở lớp");
}

TEST(Plan, IsReadyOnlyWhenNothingThatBlocksIsOpen)
{
    EXPECT_FALSE(is_ready(plan()));
    std::vector<PlanChange> changes{
        change("finding/rate_not_reduced@2", "keep"), change("measure/1.4/tolerance", "1")
    };
    for (const char* id : {"1.1a", "1.1b", "1.2", "1.3", "1.4"}) {
        changes.push_back(change((std::string("measure/") + id + "/indicator").c_str(), "x"));
        changes.push_back(change((std::string("measure/") + id + "/suppliers").c_str(), "sa-loong")
        );
    }
    EXPECT_TRUE(is_ready(plan(changes)));
    changes.push_back(change("measure/1.2/suppliers", ""));
    EXPECT_FALSE(is_ready(plan(changes)));
    changes.push_back(change("measure/1.2/no_source", "không có nguồn số liệu cấp huyện"));
    EXPECT_TRUE(is_ready(plan(changes)));
}

TEST(Plan, DoesNotWaitForTheDocumentNumber)
{
    EXPECT_FALSE(plan().findings.at(1).blocking);
    EXPECT_TRUE(plan().findings.at(0).blocking);
}

TEST(Plan, AsksNobodyForATaskThatRepeatsAnother)
{
    const auto merged = plan({change("task/1.2/merged_into", "1.1")});
    EXPECT_EQ(merged.active_tasks().size(), 1u);
}

TEST(Plan, SettlesAFindingByTheChangeThatNamesIt)
{
    const auto settled = plan({change("measure/1.1a/value", "90", "rate_not_reduced@2")});
    ASSERT_TRUE(settled.findings.at(0).decision.has_value());
    EXPECT_EQ(settled.findings.at(0).decision->value, "90");
}

} // namespace
} // namespace tiendo
