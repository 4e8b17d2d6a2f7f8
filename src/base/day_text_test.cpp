#include "base/day_text.hpp"

#include <gtest/gtest.h>

namespace tiendo {
namespace {

TEST(TypedDay, IsReadAsPeopleWriteIt)
{
    for (const auto* text :
         {"15/12/2023", " 15/12/2023 ", "15-12-2023", "15.12.2023", "2023-12-15", "2023/12/15"})
        EXPECT_EQ(read_typed_day(text), date(2023, 12, 15)) << text;
    EXPECT_EQ(read_typed_day("2/7/2025"), date(2025, 7, 2));
}

TEST(TypedDay, IsNoneWhereItIsNotOne)
{
    for (const auto* text :
         {"",
          "mai",
          "31/02/2023",
          "15/13/2023",
          "0/1/2023",
          "15/12",
          "15/12/23",
          "15/12/2023/1",
          "1e/12/2023",
          "-5/12/2023",
          "12/15/2023",
          "2023-12",
          "99999/1/1"})
        EXPECT_EQ(read_typed_day(text), std::nullopt) << text;
}

TEST(TypedDay, IsOfTheGivenYearWhereItNamesNone)
{
    EXPECT_EQ(read_typed_day("8/12", 2023), date(2023, 12, 8));
    EXPECT_EQ(read_typed_day("08-12", 2023), date(2023, 12, 8));
    EXPECT_EQ(read_typed_day("8/12/2024", 2023), date(2024, 12, 8));
    EXPECT_EQ(read_typed_day("30/2", 2023), std::nullopt);
    EXPECT_EQ(read_typed_day("8", 2023), std::nullopt);
}

TEST(TypedMoment, IsReadAsPeopleWriteIt)
{
    for (const auto* text :
         {"17:00 08/12/2023",
          "17:00 ngày 08/12/2023",
          "17:00, ngày 8/12/2023",
          "08/12/2023 17:00",
          "17h ngày 8/12/2023",
          "17h00 8/12/2023",
          "17 giờ 00 phút ngày 8/12/2023",
          "17 giờ ngày 08-12-2023",
          "2023-12-08T17:00",
          "2023-12-08 17:00"})
        EXPECT_EQ(read_typed_moment(text), instant_of({date(2023, 12, 8), 17, 0})) << text;
}

TEST(TypedMoment, GuessesNoHour)
{
    for (const auto* text :
         {"",
          "08/12/2023",
          "17:00",
          "17 08/12/2023",
          "25:00 08/12/2023",
          "17:60 08/12/2023",
          "17: 08/12/2023",
          "17:00 08/12/2023 09/12/2023",
          "17:00 chiều 08/12/2023"})
        EXPECT_EQ(read_typed_moment(text), std::nullopt) << text;
}

TEST(TypedMoment, StandsInAFieldAsItIsReadBack)
{
    const auto deadline = instant_of({date(2023, 12, 8), 17, 5});
    EXPECT_EQ(typed_moment(deadline), "17:05 08/12/2023");
    EXPECT_EQ(read_typed_moment(typed_moment(deadline)), deadline);
}

} // namespace
} // namespace tiendo
