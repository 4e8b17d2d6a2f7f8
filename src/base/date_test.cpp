#include "base/date.hpp"

#include <gtest/gtest.h>

namespace tiendo {
namespace {

TEST(Date, IsReadOnlyWhereTheDayExists)
{
    EXPECT_EQ(parse_iso_date("2024-02-29"), date(2024, 2, 29));
    EXPECT_FALSE(parse_iso_date("2023-02-29").has_value());
    EXPECT_FALSE(parse_iso_date("2023-2-9").has_value());
    EXPECT_FALSE(parse_iso_date("08/12/2023").has_value());
}

TEST(Date, IsWrittenWithTwoDigits)
{
    EXPECT_EQ(vietnamese_date(date(2023, 12, 8)), "08/12/2023");
    EXPECT_EQ(iso_date(date(2023, 12, 8)), "2023-12-08");
}

TEST(LocalTime, IsSevenHoursAheadOfUtc)
{
    const auto deadline = instant_of({date(2023, 12, 8), 17, 0});
    EXPECT_EQ(deadline.seconds, 1'702'029'600);
    EXPECT_EQ(iso_minute(deadline), "2023-12-08T17:00");
    EXPECT_EQ(parse_iso_minute("2023-12-08T17:00"), deadline);
}

TEST(LocalTime, AtMidnightBelongsToTheNewDay)
{
    EXPECT_EQ(local_time(instant_of({date(2023, 12, 10), 0, 0})).day, date(2023, 12, 10));
}

TEST(WorkingDays, BeforeSundayTheTenthOfDecember2023EndOnFridayTheEighth)
{
    EXPECT_EQ(WorkingDays{}.last_working_day_before(date(2023, 12, 10)), date(2023, 12, 8));
}

TEST(WorkingDays, SkipHolidays)
{
    const WorkingDays days({date(2023, 9, 1), date(2023, 9, 4)});
    EXPECT_EQ(days.next_working_day_from(date(2023, 9, 1)), date(2023, 9, 5));
    EXPECT_EQ(days.last_working_day_before(date(2023, 9, 5)), date(2023, 8, 31));
}

} // namespace
} // namespace tiendo
