#include "base/decimal.hpp"

#include <gtest/gtest.h>

namespace tiendo {
namespace {

Decimal decimal(const char* text)
{
    return Decimal::parse(text).value();
}

Ratio percent(std::int64_t numerator, std::int64_t denominator)
{
    return Ratio::of(numerator, denominator, 100).value();
}

TEST(Decimal, KeepsWhatWasWritten)
{
    EXPECT_EQ(decimal("26.05").units(), 2605);
    EXPECT_EQ(decimal("26.05").str(), "26.05");
    EXPECT_EQ(decimal("-0.5").str(), "-0.5");
    EXPECT_EQ(decimal("100000").str(), "100000");
}

TEST(Decimal, DropsTrailingZerosSoThatEqualNumbersAreEqual)
{
    EXPECT_EQ(decimal("1.600"), decimal("1.6"));
    EXPECT_EQ(decimal("3.0"), Decimal(3));
}

TEST(Decimal, RefusesWhatIsNoPlainNumber)
{
    for (const char* text :
         {"", "-", ".", ".5", "5.", "1,5", "1.2.3", "12 vụ", "99999999999999999999"}) {
        EXPECT_FALSE(Decimal::parse(text).has_value()) << text;
    }
}

TEST(Decimal, OrdersByValueAcrossScales)
{
    EXPECT_LT(decimal("31.8"), decimal("31.81"));
    EXPECT_GT(decimal("2"), decimal("1.999999999"));
}

TEST(Decimal, AddsExactlyAndSaysWhenASumDoesNotFit)
{
    EXPECT_EQ(add(decimal("0.1"), decimal("0.2")), decimal("0.3"));
    EXPECT_EQ(subtract(decimal("1"), decimal("0.01")), decimal("0.99"));
    EXPECT_FALSE(add(Decimal(INT64_MAX), Decimal(1)).has_value());
}

TEST(Ratio, ComparesUnroundedSoThatFiveNinthsIsBelow56Percent)
{
    EXPECT_TRUE(percent(5, 9).compare(56) < 0);
    EXPECT_EQ(percent(5, 9).rounded(0), Decimal(56));
    EXPECT_EQ(percent(5, 9).rounded(2), decimal("55.56"));
}

TEST(Ratio, RoundsHalfAwayFromZero)
{
    EXPECT_EQ(percent(1, 8).rounded(0), Decimal(13)); // 12,5
    EXPECT_EQ(percent(-1, 8).rounded(0), Decimal(-13));
}

TEST(Ratio, IsEqualToTheDecimalThatItIs)
{
    EXPECT_TRUE(percent(17, 20).compare(85) == 0);
    EXPECT_TRUE(Ratio::of(563, 512, 100)->compare(decimal("109.9609375")) == 0);
}

TEST(Ratio, OfZeroDenominatorIsNone)
{
    EXPECT_FALSE(Ratio::of(0, 0, 100).has_value());
}

TEST(Ratio, OfNumbersTooLargeToCompareIsNone)
{
    EXPECT_FALSE(Ratio::of(INT64_MAX, 3, 100'000).has_value());
}

} // namespace
} // namespace tiendo
