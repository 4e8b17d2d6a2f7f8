#include "domain/period/period_name.hpp"

#include <gtest/gtest.h>

#include <array>
#include <map>

namespace tiendo {
namespace {

constexpr std::array tiling{
    PeriodLength::month,
    PeriodLength::quarter,
    PeriodLength::half_year,
    PeriodLength::year,
    PeriodLength::school_year,
};
constexpr std::array calendars{ReportingCalendar::decree, ReportingCalendar::statistical};

std::vector<std::string> relative(const char* name, Date today)
{
    std::vector<std::string> ids;
    for (const auto& id : relative_periods(name, today, ReportingCalendar::decree))
        ids.push_back(id.str());
    return ids;
}

TEST(PeriodId, IsReadInAllItsForms)
{
    EXPECT_EQ(parse_period(PeriodId("2023")), (PeriodName{2023, PeriodLength::year, 1}));
    EXPECT_EQ(parse_period(PeriodId("2023Q4")), (PeriodName{2023, PeriodLength::quarter, 4}));
    EXPECT_EQ(parse_period(PeriodId("2023S1")), (PeriodName{2023, PeriodLength::half_year, 1}));
    EXPECT_EQ(parse_period(PeriodId("2023N9")), (PeriodName{2023, PeriodLength::nine_months, 1}));
    EXPECT_EQ(parse_period(PeriodId("202311")), (PeriodName{2023, PeriodLength::month, 11}));
    EXPECT_EQ(parse_period(PeriodId("2023Sep")), (PeriodName{2023, PeriodLength::school_year, 1}));
    for (const char* text :
         {"", "23", "2023Q5", "2023Q0", "2023S3", "202313", "2023-11", "2023X", "2023sep", "1899"})
        EXPECT_FALSE(parse_period(PeriodId(text)).has_value()) << text;
}

TEST(PeriodId, IsWrittenAsItIsRead)
{
    for (const char* text : {"2023", "2023Q4", "2023S1", "2023N9", "202301", "202312", "2023Sep"})
        EXPECT_EQ(id_of(*parse_period(PeriodId(text))).str(), text);
    EXPECT_EQ(same_period_last_year(PeriodId("2023Q4")), PeriodId("2022Q4"));
    EXPECT_EQ(same_period_last_year(PeriodId("2023Sep")), PeriodId("2022Sep"));
}

TEST(Window, OfTheDecreeRunsFromTheFifteenthToTheFourteenth)
{
    const auto window = [](const char* id) { return decree_window(*parse_period(PeriodId(id))); };
    EXPECT_EQ(window("2023"), (Window{date(2022, 12, 15), date(2023, 12, 14)}));
    EXPECT_EQ(window("2023Q1"), (Window{date(2022, 12, 15), date(2023, 3, 14)}));
    EXPECT_EQ(window("2023Q4"), (Window{date(2023, 9, 15), date(2023, 12, 14)}));
    EXPECT_EQ(window("2023S2"), (Window{date(2023, 6, 15), date(2023, 12, 14)}));
    EXPECT_EQ(window("2023N9"), (Window{date(2022, 12, 15), date(2023, 9, 14)}));
    EXPECT_EQ(window("202311"), (Window{date(2023, 10, 15), date(2023, 11, 14)}));
}

TEST(Window, OfTheCalendarEndsOnTheMonthsLastDay)
{
    const auto window = [](const char* id) { return calendar_window(*parse_period(PeriodId(id))); };
    EXPECT_EQ(window("202402"), (Window{date(2024, 2, 1), date(2024, 2, 29)}));
    EXPECT_EQ(window("2023S1"), (Window{date(2023, 1, 1), date(2023, 6, 30)}));
    EXPECT_EQ(window("2023Sep"), (Window{date(2023, 9, 1), date(2024, 8, 31)}));
}

TEST(Window, TellsWhichCalendarItFollows)
{
    const PeriodName quarter{2023, PeriodLength::quarter, 4};
    EXPECT_EQ(
        calendar_followed(quarter, {date(2023, 10, 1), date(2023, 12, 31)}),
        ReportingCalendar::statistical
    );
    EXPECT_EQ(
        calendar_followed(quarter, {date(2023, 9, 15), date(2023, 12, 14)}),
        ReportingCalendar::decree
    );
}

TEST(Day, LiesInExactlyOnePeriodOfEachLengthAndCalendar)
{
    for (const auto calendar : calendars) {
        for (const auto length : tiling) {
            std::map<std::string, int> days;
            for (auto day = date(2019, 11, 1); day < date(2025, 3, 1); day = add_days(day, 1)) {
                const auto name = *period_on(day, length, calendar);
                const auto window = window_of(name, calendar);
                ASSERT_TRUE(window.from <= day && day <= window.to) << iso_date(day);
                // Its neighbours do not hold the day: they begin where it ends.
                ASSERT_EQ(window_of(shifted(name, 1), calendar).from, add_days(window.to, 1));
                ASSERT_EQ(window_of(shifted(name, -1), calendar).to, add_days(window.from, -1));
                ++days[id_of(name).str()];
            }
            for (const auto& [id, count] : days) {
                const auto window = window_of(*parse_period(PeriodId(id)), calendar);
                if (window.from < date(2019, 11, 1) || window.to >= date(2025, 3, 1)) continue;
                EXPECT_EQ(count, days_between(window.from, window.to) + 1) << id;
            }
        }
    }
}

TEST(Day, OfTheYearsLastMonthsLiesInNoNineMonths)
{
    const auto on = [](Date day) {
        return period_on(day, PeriodLength::nine_months, ReportingCalendar::decree);
    };
    EXPECT_EQ(on(date(2023, 9, 14)), (PeriodName{2023, PeriodLength::nine_months, 1}));
    EXPECT_FALSE(on(date(2023, 9, 15)).has_value());
    EXPECT_EQ(on(date(2023, 12, 15)), (PeriodName{2024, PeriodLength::nine_months, 1}));
}

TEST(PeriodParts, TileTheWholeInBothCalendars)
{
    for (const char* id : {"2023", "2024S1", "2023N9", "2023Q3", "2023Sep", "202402"}) {
        const auto whole = *parse_period(PeriodId(id));
        for (const auto length :
             {PeriodLength::month,
              PeriodLength::quarter,
              PeriodLength::half_year,
              PeriodLength::year}) {
            const auto parts = parts_of(whole, length);
            for (const auto calendar : calendars) {
                if (parts.empty()) continue;
                EXPECT_EQ(window_of(parts.front(), calendar).from, window_of(whole, calendar).from);
                EXPECT_EQ(window_of(parts.back(), calendar).to, window_of(whole, calendar).to);
                for (std::size_t i = 1; i < parts.size(); ++i)
                    EXPECT_EQ(
                        window_of(parts[i], calendar).from,
                        add_days(window_of(parts[i - 1], calendar).to, 1)
                    );
            }
            for (const auto& part : parts)
                EXPECT_TRUE(is_within(part, whole));
        }
    }
    EXPECT_EQ(parts_of({2023, PeriodLength::year, 1}, PeriodLength::month).size(), 12U);
    EXPECT_EQ(parts_of({2023, PeriodLength::nine_months, 1}, PeriodLength::quarter).size(), 3U);
    EXPECT_TRUE(parts_of({2023, PeriodLength::nine_months, 1}, PeriodLength::half_year).empty());
    EXPECT_TRUE(parts_of({2023, PeriodLength::school_year, 1}, PeriodLength::quarter).empty());
}

TEST(RelativePeriods, MeanWhatDhis2MeansByTheirNames)
{
    const auto today = date(2023, 12, 5);
    using Ids = std::vector<std::string>;
    EXPECT_EQ(relative("THIS_MONTH", today), Ids{"202312"});
    EXPECT_EQ(relative("LAST_MONTH", today), Ids{"202311"});
    EXPECT_EQ(relative("THIS_QUARTER", today), Ids{"2023Q4"});
    EXPECT_EQ(relative("LAST_SIX_MONTH", today), Ids{"2023S1"});
    EXPECT_EQ(relative("LAST_4_QUARTERS", today), (Ids{"2022Q4", "2023Q1", "2023Q2", "2023Q3"}));
    EXPECT_EQ(relative("LAST_3_MONTHS", today), (Ids{"202309", "202310", "202311"}));
    EXPECT_EQ(relative("LAST_12_MONTHS", today).size(), 12U);
    EXPECT_EQ(relative("QUARTERS_LAST_YEAR", today).front(), "2022Q1");
    EXPECT_EQ(relative("MONTHS_THIS_YEAR", today).back(), "202312");
    EXPECT_EQ(relative("LAST_5_YEARS", today).front(), "2018");
    EXPECT_EQ(relative("THIS_FINANCIAL_YEAR", today), Ids{"2023Sep"});
    for (const char* name :
         {"",
          "2023",
          "LAST_0_MONTHS",
          "LAST_999_MONTHS",
          "NEXT_MONTH",
          "LAST_3_MONTH",
          "THIS_",
          "last_month"})
        EXPECT_TRUE(relative(name, today).empty()) << name;
}

TEST(RelativePeriods, FollowTheCalendarThatIsAsked)
{
    // 20 December is January of the decree already.
    const auto today = date(2023, 12, 20);
    EXPECT_EQ(relative("THIS_YEAR", today).front(), "2024");
    EXPECT_EQ(
        relative_periods("THIS_YEAR", today, ReportingCalendar::statistical).front(),
        PeriodId("2023")
    );
}

} // namespace
} // namespace tiendo
