#include "domain/form/counted_rows.hpp"

#include <gtest/gtest.h>

namespace tiendo {
namespace {

using Numbers = std::map<std::string, std::string>;

FormRow row(Shape shape)
{
    FormRow row;
    row.indicator.shape = shape;
    return row;
}

Period year_2023()
{
    Period period;
    period.id = PeriodId("2023");
    period.window = decree_window({2023, PeriodLength::year, 1});
    return period;
}

TEST(CountedRows, CountNewsForEachQuarterOfTheDecree)
{
    const std::map<std::string, std::vector<ActivityRow>> rows{
        {"news",
         {{{"date", "2022-12-15"}},
          {{"date", "2023-03-14"}},
          {{"date", "2023-03-15"}},
          {{"date", "2023-12-14"}},
          {{"date", "2023-12-20"}},
          {{"date", "hôm qua"}},
          {{"title", "Không ghi ngày"}}}}
    };
    EXPECT_EQ(
        numbers_of_rows(row(Shape::quarters), rows, year_2023()),
        (Numbers{{"q1", "2"}, {"q2", "1"}, {"q3", "0"}, {"q4", "1"}})
    );
}

TEST(CountedRows, CountByTheCalendarWhereThePeriodDoes)
{
    auto period = year_2023();
    period.window = calendar_window({2023, PeriodLength::year, 1});
    const std::map<std::string, std::vector<ActivityRow>> rows{
        {"news", {{{"date", "2023-03-20"}}, {{"date", "2023-12-20"}}}}
    };
    EXPECT_EQ(
        numbers_of_rows(row(Shape::quarters), rows, period),
        (Numbers{{"q1", "1"}, {"q2", "0"}, {"q3", "0"}, {"q4", "1"}})
    );
}

TEST(CountedRows, NameTheMonthsThatHaveAColumn)
{
    const std::map<std::string, std::vector<ActivityRow>> rows{
        {"columns", {{{"month", "m01"}}, {{"month", "m01"}}, {{"month", "m11"}}}}
    };
    const auto numbers = numbers_of_rows(row(Shape::months), rows, year_2023());
    ASSERT_EQ(numbers.size(), 12u);
    EXPECT_EQ(numbers.at("m01"), "1");
    EXPECT_EQ(numbers.at("m02"), "0");
    EXPECT_EQ(numbers.at("m11"), "1");
}

TEST(CountedRows, SayNothingWhereThereAreNone)
{
    EXPECT_EQ(numbers_of_rows(row(Shape::quarters), {}, year_2023()), Numbers{});
    EXPECT_EQ(numbers_of_rows(row(Shape::months), {}, year_2023()), Numbers{});
    EXPECT_EQ(numbers_of_rows(row(Shape::ratio), {{"news", {{}}}}, year_2023()), Numbers{});
}

} // namespace
} // namespace tiendo
