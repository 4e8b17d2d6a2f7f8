#include "base/fraction.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <random>

namespace tiendo {
namespace {

Fraction part(std::int64_t top, std::int64_t bottom)
{
    return *divide(Fraction(top), Fraction(bottom));
}

TEST(Fraction, KeepsAThirdAThird)
{
    const auto third = part(1, 3);
    EXPECT_FALSE(third.as_decimal().has_value());
    EXPECT_EQ(multiply(third, Fraction(3)), Fraction(1));
    EXPECT_EQ(third.rounded(2)->str(), "0.33");
    EXPECT_EQ(part(-5, 9).rounded(2)->str(), "-0.56");
    EXPECT_EQ(third.str(), "1/3");
    EXPECT_EQ(part(5, 2).str(), "2.5");
}

TEST(Fraction, AnswersNoneForWhatDoesNotFitAndForDivisionByZero)
{
    auto large = Fraction(INT64_MAX);
    EXPECT_FALSE(add(large, Fraction(1))->as_decimal().has_value());
    EXPECT_FALSE(divide(large, Fraction(0)).has_value());
    std::optional<Fraction> grown = large;
    for (int i = 0; i < 3 && grown; ++i)
        grown = multiply(*grown, large);
    EXPECT_FALSE(grown.has_value());
}

TEST(Fraction, BecomesCountsOfTheSameRatio)
{
    const auto counts = as_counts(part(10, 3), Fraction(4));
    EXPECT_EQ(counts->first, Decimal(10));
    EXPECT_EQ(counts->second, Decimal(12));
    EXPECT_EQ(as_counts(part(5, 2), Fraction(4))->first, Decimal(25, 1)); // both are decimals
}

TEST(Fraction, CalculatesAndComparesLikeSmallWholeNumbers)
{
    std::mt19937 random(90210); // fixed: any failure repeats
    std::uniform_int_distribution<std::int64_t> number(-50, 50);
    std::uniform_int_distribution<std::int64_t> positive(1, 50);
    for (int round = 0; round < 5000; ++round) {
        const auto a = number(random);
        const auto b = positive(random);
        const auto c = number(random);
        const auto d = positive(random);
        const auto left = part(a, b);
        const auto right = part(c, d);
        EXPECT_EQ(add(left, right), part(a * d + c * b, b * d));
        EXPECT_EQ(subtract(left, right), part(a * d - c * b, b * d));
        EXPECT_EQ(multiply(left, right), part(a * c, b * d));
        EXPECT_EQ(left <=> right, a * d <=> c * b);
        if (c != 0) {
            EXPECT_EQ(divide(left, right), part(a * d, b * c));
        }
    }
}

} // namespace
} // namespace tiendo
