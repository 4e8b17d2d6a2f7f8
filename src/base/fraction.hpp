#pragma once

#include "base/decimal.hpp"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

namespace tiendo {

/// An exact rational number, for what lies between reported numbers and a figure: a third stays a
/// third. Each operation answers none where the result does not fit, so nothing is silently wrong.
class Fraction {
public:
    constexpr Fraction() = default;
    Fraction(const Decimal& number); // NOLINT: every decimal is one
    Fraction(std::int64_t number)
        : Fraction(Decimal(number)) {} // NOLINT: every whole number is one

    bool is_zero() const { return top_ == 0; }

    /// None where it is no decimal of at most nine places, or does not fit into one.
    std::optional<Decimal> as_decimal() const;
    /// Rounded half away from zero.
    std::optional<Decimal> rounded(int decimals) const;
    /// "7/3", or "2.5" where it is a decimal.
    std::string str() const;

    friend std::optional<Fraction> add(const Fraction& a, const Fraction& b);
    friend std::optional<Fraction> subtract(const Fraction& a, const Fraction& b);
    friend std::optional<Fraction> multiply(const Fraction& a, const Fraction& b);
    /// None where `b` is zero, too.
    friend std::optional<Fraction> divide(const Fraction& a, const Fraction& b);
    /// Both as decimals, each multiplied by the same whole number where one of them is none: their
    /// ratio stays what it is.
    friend std::optional<std::pair<Decimal, Decimal>>
    as_counts(const Fraction& numerator, const Fraction& denominator);

    friend std::strong_ordering operator<=>(const Fraction& a, const Fraction& b);
    friend bool operator==(const Fraction&, const Fraction&) = default;

private:
    __extension__ using Wide = __int128;

    static std::optional<Fraction> of(Wide top, Wide bottom);

    Wide top_ = 0;
    Wide bottom_ = 1; ///< positive; the two have no common divisor
};

std::optional<Fraction> add(const Fraction& a, const Fraction& b);
std::optional<Fraction> subtract(const Fraction& a, const Fraction& b);
std::optional<Fraction> multiply(const Fraction& a, const Fraction& b);
std::optional<Fraction> divide(const Fraction& a, const Fraction& b);
std::optional<std::pair<Decimal, Decimal>>
as_counts(const Fraction& numerator, const Fraction& denominator);

} // namespace tiendo
