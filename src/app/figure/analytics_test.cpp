#include "app/figure/analytics.hpp"
#include "app/report/reports.hpp"
#include "app/world/new_sample_office.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tiendo::app {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

const Actor monitor{"chuyenvien", "Chuyên viên", {}, {Role::monitor}};
const Actor commune{"saloong", "Sa Loong", UnitId("sa-loong"), {Role::entry}};

using Items = std::vector<std::string>;

AnalyticsQuery about(const Items& data, const Items& periods, const Items& units)
{
    return {.data = {data}, .periods = {periods}, .units = {units}};
}

Result<Analytics> asked(Office& office, const AnalyticsQuery& query, const Actor& actor = monitor)
{
    return office.read(actor, [&](Work& work) { return analytics(work, query); });
}

std::string refusal(Office& office, const AnalyticsQuery& query, const Actor& actor = monitor)
{
    const auto answer = asked(office, query, actor);
    return answer ? std::string() : answer.error().problems.front().key;
}

std::vector<std::string> values(const Analytics& found)
{
    std::vector<std::string> said;
    for (const auto& row : found.rows)
        said.push_back(row.data + " " + row.period + " " + row.unit + ": " + row.value);
    return said;
}

/// The units of a plan stand below its issuer, or below nobody.
std::string top_of(Office& office, const char* unit)
{
    return office.read(monitor, [&](Work& work) {
        const auto found = work.kept.units().get(unit).value();
        return found.parent.empty() ? found.id : found.parent;
    });
}

TEST(Analytics, SumWhatTheUnitsHaveReported)
{
    auto office = new_sample_office();
    const auto top = top_of(office, "bo-y");
    const auto found =
        asked(office, about({"1/6.1/num", "1/6.1/den", "1/6.1"}, {"2023"}, {top, "bo-y"}));
    ASSERT_TRUE(found.has_value());
    EXPECT_THAT(
        values(*found),
        ElementsAre(
            "1/6.1/num 2023 " + top + ": 32812",
            "1/6.1/num 2023 bo-y: 6630",
            "1/6.1/den 2023 " + top + ": 51500",
            "1/6.1/den 2023 bo-y: 10200",
            "1/6.1 2023 " + top + ": 63.71",
            "1/6.1 2023 bo-y: 65"
        )
    );
    EXPECT_EQ(found->rows.front().reported, 6U);
    EXPECT_EQ(found->rows.front().expected, 8U);
    EXPECT_TRUE(found->rows.front().estimated);
}

TEST(Analytics, AddUpTheSexes)
{
    auto office = new_sample_office();
    const auto found = asked(office, about({"1/5.2a/num"}, {"2023"}, {top_of(office, "bo-y")}));
    ASSERT_TRUE(found.has_value());
    ASSERT_THAT(found->rows, SizeIs(1));
    EXPECT_EQ(found->rows.front().value, "810");
    EXPECT_EQ(found->rows.front().reported, 1U);
    EXPECT_EQ(found->rows.front().expected, 1U);
}

TEST(Analytics, OfALevelNameEachUnitThatHasReported)
{
    auto office = new_sample_office();
    const auto found =
        asked(office, about({"1/6.2/num"}, {"2023"}, {top_of(office, "bo-y"), "LEVEL-2"}));
    ASSERT_TRUE(found.has_value());
    EXPECT_THAT(found->rows, SizeIs(6));
}

TEST(Analytics, KeepCountsOfVictimsInTheReportingLine)
{
    auto office = new_sample_office();
    const auto found = asked(office, about({"1/3.2a/num", "1/3.2a"}, {"2023"}, {"bo-y"}));
    ASSERT_TRUE(found.has_value());
    EXPECT_THAT(found->rows, IsEmpty());
    EXPECT_THAT(found->withheld, ElementsAre("1/3.2a/num", "1/3.2a"));
}

TEST(Analytics, HoldWhatWasAcknowledgedBeforeTheyWereAsked)
{
    auto office = new_sample_office();
    const auto query = about({"1/6.2/den"}, {"2023"}, {top_of(office, "bo-y")});
    const auto before = asked(office, query).value();
    ASSERT_TRUE(office.write(monitor, [](Work& work) {
        return give_back_report(work, {PlanId("1"), PeriodId("2023"), UnitId("dak-xu")}, "sai");
    }));
    const auto after = asked(office, query).value();
    EXPECT_EQ(before.rows.front().value, "126");
    EXPECT_EQ(after.rows.front().value, "103");
    EXPECT_GT(after.change, before.change);
}

TEST(Analytics, OfYearsThatWereTakenOverAreThereToo)
{
    auto office = new_sample_office();
    const auto found =
        asked(office, about({"1/6.1"}, {"2021", "2022", "1999"}, {top_of(office, "bo-y")}));
    ASSERT_TRUE(found.has_value());
    EXPECT_THAT(found->rows, SizeIs(2));
}

TEST(Analytics, UnderstandPeriodsByTheirDistanceFromADay)
{
    auto office = new_sample_office();
    auto query = about({"1/6.1"}, {"THIS_YEAR"}, {"bo-y"});
    query.relative_to = parse_iso_date("2023-05-01");
    const auto found = asked(office, query).value();
    EXPECT_THAT(values(found), ElementsAre("1/6.1 2023 bo-y: 65"));
    query.periods.items = {"LAST_5_YEARS"};
    query.relative_to = parse_iso_date("2024-01-20");
    EXPECT_THAT(asked(office, query)->periods, SizeIs(5));
}

TEST(Analytics, TakeOneThingInAFilter)
{
    auto office = new_sample_office();
    auto query = about({"1/6.1"}, {"2023"}, {"bo-y"});
    query.periods.is_filter = true;
    EXPECT_THAT(asked(office, query)->rows, SizeIs(1));
    query.periods.items = {"2022", "2023"};
    EXPECT_EQ(refusal(office, query), "analytics.wide_filter");
}

TEST(Analytics, RefuseWhatTheyDoNotKnow)
{
    auto office = new_sample_office();
    EXPECT_EQ(refusal(office, about({"1/6.1"}, {"2023"}, {})), "analytics.dimension_missing");
    EXPECT_EQ(refusal(office, about({"6.1"}, {"2023"}, {"bo-y"})), "analytics.unknown_data");
    EXPECT_EQ(refusal(office, about({"1/6.1/x"}, {"2023"}, {"bo-y"})), "analytics.unknown_data");
    EXPECT_EQ(refusal(office, about({"1/6.3"}, {"2023"}, {"bo-y"})), "analytics.not_a_rate");
    EXPECT_EQ(refusal(office, about({"1/6.1"}, {"2023"}, {"ha-noi"})), "analytics.unknown_unit");
    EXPECT_EQ(refusal(office, about({"1/6.1"}, {"2023"}, {"LEVEL-0"})), "analytics.unknown_unit");
    EXPECT_EQ(refusal(office, about({"1/6.1"}, {"thang"}, {"bo-y"})), "analytics.unknown_period");
    EXPECT_EQ(
        refusal(office, about({"1/6.1"}, {"2023"}, {"sa-loong"}), commune), "access.forbidden"
    );
}

} // namespace
} // namespace tiendo::app
