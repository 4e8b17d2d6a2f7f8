#include "domain/plan/parent_comparison.hpp"

#include <gtest/gtest.h>

namespace tiendo {
namespace {

Date year_end(int year)
{
    return *parse_iso_date(std::to_string(year) + "-12-31");
}

Quantity level(Comparator comparator, const char* value, int year, const char* unit = "percent")
{
    Quantity quantity;
    quantity.comparator = comparator;
    quantity.value = *Decimal::parse(value);
    quantity.unit = unit;
    quantity.due = year_end(year);
    return quantity;
}

ReadTarget target(const char* id, const char* text, std::vector<Quantity> quantities)
{
    return {id, text, {}, std::move(quantities)};
}

const ReadTarget leaders_above = target(
    "1.1",
    "Đến năm 2025 đạt 60% và đến năm 2030 đạt 75% cơ quan có lãnh đạo chủ chốt là nữ.",
    {level(Comparator::at_least, "60", 2025), level(Comparator::at_least, "75", 2030)}
);
const ReadTarget farming_above = target(
    "2.2",
    "Giảm tỷ trọng lao động nữ trong nông nghiệp xuống dưới 30% vào năm 2025.",
    {level(Comparator::below, "30", 2025)}
);
const ReadTarget services_above = target(
    "3.2",
    "Đạt 80% người bị bạo lực gia đình được phát hiện được tiếp cận dịch vụ hỗ trợ; 50% người gây "
    "bạo lực gia đình được tư vấn.",
    {level(Comparator::at_least, "80", 2025), level(Comparator::at_least, "50", 2025)}
);

ParentStanding standing(const ReadTarget& own, const ReadTarget& parent)
{
    const auto compared = compare_with_parent({own}, {parent}, {});
    return compared.at(0).quantities.at(0).standing;
}

TEST(ParentComparison, MatchesTargetsByWhatTheySayNotByNumber)
{
    const auto own = target(
        "7.9",
        "Đạt 56% các cơ quan có lãnh đạo chủ chốt là nữ.",
        {level(Comparator::at_least, "56", 2025)}
    );
    const auto compared =
        compare_with_parent({own}, {farming_above, services_above, leaders_above}, {});
    ASSERT_EQ(compared.size(), 3u);
    ASSERT_TRUE(compared[0].parent);
    EXPECT_EQ(compared[0].parent->id, "1.1");
    EXPECT_EQ(compared[0].quantities.at(0).standing, ParentStanding::weaker);
    EXPECT_FALSE(compared[1].own);
    EXPECT_EQ(compared[1].parent->id, "2.2");
    EXPECT_EQ(compared[2].parent->id, "3.2");
}

TEST(ParentComparison, KnowsWhichWayATargetPoints)
{
    const auto farming = [](const char* value, Comparator comparator) {
        return target(
            "2.2", "Tỷ trọng lao động nữ trong nông nghiệp", {level(comparator, value, 2025)}
        );
    };
    EXPECT_EQ(standing(farming("28", Comparator::below), farming_above), ParentStanding::stricter);
    EXPECT_EQ(standing(farming("30", Comparator::below), farming_above), ParentStanding::same);
    EXPECT_EQ(standing(farming("30", Comparator::at_most), farming_above), ParentStanding::weaker);
    EXPECT_EQ(standing(farming("35", Comparator::below), farming_above), ParentStanding::weaker);
}

TEST(ParentComparison, TakesTheMilestoneThatIsInForceWhenTheOwnLevelIsDue)
{
    const auto leaders = [](const char* value, int year) {
        return target(
            "1.1", "Cơ quan có lãnh đạo chủ chốt là nữ", {level(Comparator::at_least, value, year)}
        );
    };
    EXPECT_EQ(standing(leaders("56", 2023), leaders_above), ParentStanding::on_the_way);
    EXPECT_EQ(standing(leaders("60", 2025), leaders_above), ParentStanding::same);
    EXPECT_EQ(standing(leaders("60", 2030), leaders_above), ParentStanding::weaker);
    EXPECT_EQ(standing(leaders("62", 2024), leaders_above), ParentStanding::stricter);
}

TEST(ParentComparison, DoesNotCompareOtherUnits)
{
    const auto own = target(
        "2.2", "Lao động nữ trong nông nghiệp", {level(Comparator::at_most, "300", 2025, "người")}
    );
    EXPECT_EQ(standing(own, farming_above), ParentStanding::other_unit);
}

TEST(ParentComparison, SaysThatNearnessHasNoDirection)
{
    auto own = leaders_above;
    own.quantities = {level(Comparator::about, "55", 2025)};
    auto above = leaders_above;
    above.quantities = {level(Comparator::about, "60", 2025)};
    EXPECT_EQ(standing(own, above), ParentStanding::differs);
}

TEST(ParentComparison, ComparesTheQuantitiesOfOneTargetInTheirOrder)
{
    const auto own = target(
        "3.2",
        "85% người bị bạo lực gia đình được tiếp cận dịch vụ hỗ trợ; 40% người gây bạo lực gia "
        "đình "
        "được tư vấn.",
        {level(Comparator::at_least, "85", 2025), level(Comparator::at_least, "40", 2025)}
    );
    const auto compared = compare_with_parent({own}, {services_above}, {"được phát hiện"});
    ASSERT_EQ(compared.at(0).quantities.size(), 2u);
    EXPECT_EQ(compared[0].quantities[0].standing, ParentStanding::stricter);
    EXPECT_EQ(compared[0].quantities[1].standing, ParentStanding::weaker);
    EXPECT_EQ(compared[0].dropped, std::vector<std::string>{"được phát hiện"});
}

TEST(ParentComparison, LetsTwoOwnTargetsTakeOneApart)
{
    const auto served = target(
        "3.1",
        "80% người bị bạo lực gia đình được phát hiện được tiếp cận dịch vụ hỗ trợ.",
        {level(Comparator::at_least, "80", 2025)}
    );
    const auto advised = target(
        "3.2",
        "30% người gây bạo lực gia đình được tư vấn.",
        {level(Comparator::at_least, "30", 2025)}
    );
    const auto compared =
        compare_with_parent({served, advised}, {services_above, farming_above}, {});
    ASSERT_EQ(compared.size(), 3u);
    EXPECT_EQ(compared[0].quantities.at(0).standing, ParentStanding::same);
    EXPECT_EQ(compared[1].quantities.at(0).standing, ParentStanding::weaker);
}

TEST(ParentComparison, LeavesAloneWhatIsOnlyHere)
{
    const auto own = target(
        "6.4", "Trung tâm có chuyên mục hằng tháng.", {level(Comparator::at_least, "12", 2023)}
    );
    const auto compared = compare_with_parent({own}, {leaders_above}, {});
    ASSERT_EQ(compared.size(), 2u);
    EXPECT_FALSE(compared[0].parent);
    EXPECT_TRUE(compared[0].quantities.empty());
}

} // namespace
} // namespace tiendo
