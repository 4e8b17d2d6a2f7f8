#include "domain/period/period.hpp"

#include <gtest/gtest.h>

namespace tiendo {
namespace {

TEST(PeriodId, IsReadInAllItsForms)
{
    EXPECT_EQ(parse_period(PeriodId("2023")), (PeriodName{2023, PeriodLength::year, 1}));
    EXPECT_EQ(parse_period(PeriodId("2023Q4")), (PeriodName{2023, PeriodLength::quarter, 4}));
    EXPECT_EQ(parse_period(PeriodId("2023S1")), (PeriodName{2023, PeriodLength::half_year, 1}));
    EXPECT_EQ(parse_period(PeriodId("2023N9")), (PeriodName{2023, PeriodLength::nine_months, 1}));
    EXPECT_EQ(parse_period(PeriodId("202311")), (PeriodName{2023, PeriodLength::month, 11}));
    for (const char* text : {"", "23", "2023Q5", "2023S3", "202313", "2023-11", "2023X"}) {
        EXPECT_FALSE(parse_period(PeriodId(text)).has_value()) << text;
    }
}

TEST(Window, OfTheDecreeRunsFromTheFifteenthToTheFourteenth)
{
    const auto window = [](const char* id) { return decree_window(*parse_period(PeriodId(id))); };
    EXPECT_EQ(window("2023"), (Window{date(2022, 12, 15), date(2023, 12, 14)}));
    EXPECT_EQ(window("2023Q1"), (Window{date(2022, 12, 15), date(2023, 3, 14)}));
    EXPECT_EQ(window("2023Q4"), (Window{date(2023, 9, 15), date(2023, 12, 14)}));
    EXPECT_EQ(window("2023S2"), (Window{date(2023, 6, 15), date(2023, 12, 14)}));
    EXPECT_EQ(window("202311"), (Window{date(2023, 10, 15), date(2023, 11, 14)}));
}

TEST(Window, OfTheCalendarEndsOnTheMonthsLastDay)
{
    EXPECT_EQ(
        calendar_window(*parse_period(PeriodId("202402"))),
        (Window{date(2024, 2, 1), date(2024, 2, 29)})
    );
}

TEST(PeriodProposal, TakesTheLastWorkingDayBeforeASunday)
{
    ReadReport report;
    report.due = "2023-12-10";
    report.before = true;
    const auto proposal = propose_period(PeriodId("2023"), {report}, WorkingDays{});
    EXPECT_EQ(iso_minute(proposal.period.deadline), "2023-12-08T17:00");
    EXPECT_TRUE(proposal.day_is_no_working_day);
    EXPECT_TRUE(proposal.period.closes_after_deadline());
}

TEST(PeriodProposal, WithoutADatedDutyEndsWithTheWindow)
{
    const auto proposal = propose_period(PeriodId("2023S1"), {}, WorkingDays{});
    EXPECT_EQ(iso_minute(proposal.period.deadline), "2023-06-14T17:00");
    EXPECT_FALSE(proposal.day_in_plan.has_value());
}

TEST(Period, LastYearIsTheSamePeriodAYearEarlier)
{
    EXPECT_EQ(same_period_last_year(PeriodId("2023Q4")), PeriodId("2022Q4"));
}

} // namespace
} // namespace tiendo
