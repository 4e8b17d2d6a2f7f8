#include "domain/period/period.hpp"

#include <gtest/gtest.h>

namespace tiendo {
namespace {

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

ReadReport duty(Cadence every, const char* due)
{
    ReadReport report;
    report.every = every;
    report.due = due;
    report.before = true;
    return report;
}

std::string deadline(const char* id, const std::vector<ReadReport>& reports)
{
    return iso_minute(propose_period(PeriodId(id), reports, WorkingDays{}).period.deadline);
}

TEST(PeriodProposal, FindsTheDayThatTheDutyNamesForItsCadence)
{
    const std::vector<ReadReport> reports{
        duty(Cadence::half_year, "--06-15"),
        duty(Cadence::year, "--01-10"),
        duty(Cadence::quarter, "--*-25"),
        duty(Cadence::month, "--*-05"),
    };
    EXPECT_EQ(deadline("2023S1", reports), "2023-06-14T17:00");
    EXPECT_EQ(deadline("2023", reports), "2024-01-09T17:00"); // "10/01 năm sau"
    EXPECT_EQ(deadline("2023Q2", reports), "2023-06-23T17:00");
    EXPECT_EQ(deadline("202311", reports), "2023-12-04T17:00");
    EXPECT_EQ(deadline("2023S2", reports), "2023-12-14T17:00"); // no day is named for it
}

TEST(PeriodProposal, KeepsTheCalendarThatWasChosen)
{
    const auto proposal =
        propose_period(PeriodId("2023Q3"), {}, WorkingDays{}, ReportingCalendar::statistical);
    EXPECT_EQ(proposal.period.window, (Window{date(2023, 7, 1), date(2023, 9, 30)}));
    EXPECT_EQ(iso_minute(proposal.period.deadline), "2023-09-29T17:00");
}

TEST(UsualPeriods, BeginWithWhatThePlanAsksFor)
{
    const auto ids = [](const std::vector<ReadReport>& reports) {
        std::string said;
        for (const auto& name : usual_periods(2023, reports))
            said += id_of(name).str() + " ";
        return said;
    };
    EXPECT_EQ(ids({}), "2023 2023N9 2023S1 2023S2 2023Q1 2023Q2 2023Q3 2023Q4 2023Sep ");
    EXPECT_EQ(
        ids({duty(Cadence::quarter, "")}),
        "2023Q1 2023Q2 2023Q3 2023Q4 2023 2023N9 2023S1 2023S2 2023Sep "
    );
}

} // namespace
} // namespace tiendo
