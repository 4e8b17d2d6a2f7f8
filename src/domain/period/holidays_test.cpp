#include "domain/period/holidays.hpp"

#include <gtest/gtest.h>

namespace tiendo {
namespace {

Holidays holidays()
{
    return Holidays(
        {{1, 1, "Tết Dương lịch"}, {4, 30, "Ngày Chiến thắng"}, {5, 1, "Ngày Quốc tế lao động"}},
        {{2024,
          {{date(2024, 4, 29), DayKind::off, "Nghỉ hoán đổi"},
           {date(2024, 5, 4), DayKind::work, "Làm bù"}}}},
        "Nghỉ bù {name}"
    );
}

TEST(Holidays, AreMadeUpForAfterAWeekendWhereNothingWasAnnounced)
{
    // In 2033 the 30th of April is a Saturday and the first of May a Sunday.
    const std::vector<SpecialDay> expected{
        {date(2033, 1, 1), DayKind::off, "Tết Dương lịch"},
        {date(2033, 1, 3), DayKind::off, "Nghỉ bù Tết Dương lịch"},
        {date(2033, 4, 30), DayKind::off, "Ngày Chiến thắng"},
        {date(2033, 5, 1), DayKind::off, "Ngày Quốc tế lao động"},
        {date(2033, 5, 2), DayKind::off, "Nghỉ bù Ngày Chiến thắng"},
        {date(2033, 5, 3), DayKind::off, "Nghỉ bù Ngày Quốc tế lao động"},
    };
    EXPECT_EQ(holidays().of_year(2033), expected);
    EXPECT_FALSE(holidays().is_announced(2033));
}

TEST(Holidays, OfAnAnnouncedYearAreThoseAnnounced)
{
    EXPECT_TRUE(holidays().is_announced(2024));
    EXPECT_EQ(holidays().of_year(2024).size(), 5U);
}

TEST(WorkingDays, CountAMadeUpSaturdayAndLeaveOutTheExchangedMonday)
{
    const auto days = working_days(holidays(), {});
    EXPECT_FALSE(days.is_working_day(date(2024, 4, 29)));
    EXPECT_TRUE(days.is_working_day(date(2024, 5, 4)));
    EXPECT_EQ(days.last_working_day_before(date(2024, 5, 6)), date(2024, 5, 4));
    EXPECT_EQ(days.next_working_day_from(date(2024, 4, 27)), date(2024, 5, 2));
}

TEST(WorkingDays, FollowTheOfficesOwnListOverTheProducts)
{
    const auto days = working_days(
        holidays(),
        {{date(2024, 4, 29), DayKind::ordinary, ""},
         {date(2024, 5, 4), DayKind::ordinary, ""},
         {date(2024, 2, 9), DayKind::off, "Tết Âm lịch"}}
    );
    EXPECT_TRUE(days.is_working_day(date(2024, 4, 29)));
    EXPECT_FALSE(days.is_working_day(date(2024, 5, 4)));
    EXPECT_FALSE(days.is_working_day(date(2024, 2, 9)));
}

TEST(SpecialDays, OfAYearLeaveOutThoseOfOthers)
{
    const auto days =
        special_days(holidays(), {{date(2024, 2, 9), DayKind::off, "Tết Âm lịch"}}, 2023);
    EXPECT_FALSE(days.contains(date(2024, 2, 9)));
    EXPECT_TRUE(days.contains(date(2023, 1, 2)));
}

} // namespace
} // namespace tiendo
