#include "documents/exchange/parent_plan_json.hpp"
#include "documents/exchange/plan_json.hpp"
#include "documents/reading/check_parent.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace tiendo::documents {
namespace {

PlanReading sample_plan()
{
    const auto path =
        std::filesystem::path(TIENDO_SOURCE_DIR) / "tests/golden/ngoc-hoi-2023/plan.json";
    std::ifstream in(path, std::ios::binary);
    std::stringstream text;
    text << in.rdbuf();
    auto plan = parse_plan_json(text.str());
    EXPECT_TRUE(plan);
    plan->findings.clear();
    return std::move(*plan);
}

const PlanReading& strategy()
{
    return embedded_parent_plan("binh-dang-gioi-2021-2030")->reading;
}

std::vector<std::string> codes_at(const PlanReading& plan, int line)
{
    std::vector<std::string> codes;
    for (const auto& finding : plan.findings)
        if (finding.lines.first == line) codes.push_back(finding.code);
    return codes;
}

TEST(NationalStrategy, HasTwentyTargetsAndSaysWhichAreUnverified)
{
    EXPECT_EQ(targets_of(strategy()).size(), 20u);
    EXPECT_TRUE(embedded_parent_plan("binh-dang-gioi-2021-2030")->unverified.contains("6.3"));
    EXPECT_EQ(embedded_parent_plan("khong-co"), nullptr);
}

TEST(ParentCheck, FindsTheTargetOfTheStrategyThatEachOwnOneAnswers)
{
    const auto plan = sample_plan();
    std::string pairs;
    for (const auto& line : compared_with_parent(targets_of(plan), targets_of(strategy())))
        pairs +=
            (line.own ? line.own->id : "-") + "=" + (line.parent ? line.parent->id : "-") + " ";
    EXPECT_EQ(
        pairs,
        "1.1=1.1 2.1=2.1 2.2=2.2 2.3=2.3 3.1=3.1 3.2=3.2 3.3=3.3 4.1=4.1 4.2=4.2 4.3=4.3 5.1=5.1 "
        "5.2=5.2 5.3=5.3 5.4=5.4 6.1=6.1 6.2=6.2 6.3=6.3 6.4=6.4 -=3.4 -=4.4 "
    );
}

TEST(ParentCheck, AsksAboutWordsThatNarrowTheDenominatorAndAreGone)
{
    auto plan = sample_plan();
    check_against_parent(plan, strategy());
    EXPECT_EQ(codes_at(plan, 41), std::vector<std::string>{"parent_wording_differs"});
}

TEST(ParentCheck, CallsAnInterimLevelOfAnEarlierYearNoWeakness)
{
    auto plan = sample_plan();
    check_against_parent(plan, strategy());
    EXPECT_TRUE(codes_at(plan, 27).empty());
}

TEST(ParentCheck, NamesTheWeakerLevelWithBothNumbers)
{
    auto plan = sample_plan();
    auto above = plan;
    above.objectives[1].targets[2].quantities[0].value = *Decimal::parse("27.5");
    check_against_parent(plan, above);
    ASSERT_EQ(codes_at(plan, 35), std::vector<std::string>{"parent_target_lower"});
    const auto found = std::ranges::find(plan.findings, "parent_target_lower", &Finding::code);
    EXPECT_NE(found->message.find("ở đây 26,05%, cấp trên 27,5%"), std::string::npos)
        << found->message;
    EXPECT_EQ(found->severity, Severity::warning);
}

TEST(ParentCheck, SaysWhatAPlanLeavesOut)
{
    auto plan = sample_plan();
    check_against_parent(plan, strategy());
    const auto missing = std::ranges::count(plan.findings, "parent_target_missing", &Finding::code);
    EXPECT_EQ(missing, 2);
}

} // namespace
} // namespace tiendo::documents
