#include "base/result.hpp"

#include <gtest/gtest.h>

namespace tiendo {
namespace {

Result<int> half(int number)
{
    if (number % 2 != 0) return refuse(Refusal::invalid, "number.odd");
    return number / 2;
}

Result<int> quarter(int number)
{
    const auto first = TRY(half(number));
    return half(first);
}

TEST(Result, CarriesTheValueThroughTry)
{
    EXPECT_EQ(quarter(12).value(), 3);
}

TEST(Result, StopsAtTheFirstRefusal)
{
    EXPECT_EQ(quarter(6).error().problems.at(0).key, "number.odd");
}

TEST(Ensure, ThrowsABugThatNamesThePlace)
{
    EXPECT_THROW(ensure(false, "never"), Bug);
    EXPECT_NO_THROW(ensure(true, "always"));
}

} // namespace
} // namespace tiendo
