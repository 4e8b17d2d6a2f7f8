#include "base/fraction.hpp"

#include "base/result.hpp"

#include <fmt/format.h>

#include <limits>

namespace tiendo {
namespace {

__extension__ using Wide = __int128;

Wide power_of_ten(int exponent)
{
    Wide power = 1;
    for (int i = 0; i < exponent; ++i)
        power *= 10;
    return power;
}

Wide common_divisor(Wide a, Wide b)
{
    if (a < 0) a = -a;
    while (b != 0) {
        const Wide rest = a % b;
        a = b;
        b = rest;
    }
    return a == 0 ? 1 : a;
}

std::optional<Wide> product(Wide a, Wide b)
{
    Wide result = 0;
    if (__builtin_mul_overflow(a, b, &result)) return std::nullopt;
    return result;
}

std::optional<Wide> sum(Wide a, Wide b)
{
    Wide result = 0;
    if (__builtin_add_overflow(a, b, &result)) return std::nullopt;
    return result;
}

std::optional<Decimal> decimal_of(Wide units, int scale)
{
    while (scale > 0 && units % 10 == 0) {
        units /= 10;
        --scale;
    }
    const bool fits = units <= std::numeric_limits<std::int64_t>::max() &&
                      units >= std::numeric_limits<std::int64_t>::min();
    if (!fits) return std::nullopt;
    return Decimal(static_cast<std::int64_t>(units), scale);
}

Wide floor_of(Wide top, Wide bottom)
{
    const Wide whole = top / bottom;
    return top % bottom < 0 ? whole - 1 : whole;
}

std::string digits(Wide number)
{
    if (number < 0) return "-" + digits(-number);
    std::string text;
    do {
        text.insert(text.begin(), static_cast<char>('0' + static_cast<int>(number % 10)));
        number /= 10;
    } while (number != 0);
    return text;
}

} // namespace

Fraction::Fraction(const Decimal& number)
    : top_(number.units()), bottom_(power_of_ten(number.scale()))
{
    const Wide divisor = common_divisor(top_, bottom_);
    top_ /= divisor;
    bottom_ /= divisor;
}

std::optional<Fraction> Fraction::of(Wide top, Wide bottom)
{
    ensure(bottom != 0, "a fraction's lower part is not zero");
    constexpr Wide lowest = std::numeric_limits<Wide>::min();
    if (top == lowest || bottom == lowest) return std::nullopt; // it has no negative
    const Wide divisor = common_divisor(top, bottom < 0 ? -bottom : bottom);
    Fraction made;
    made.top_ = (bottom < 0 ? -top : top) / divisor;
    made.bottom_ = (bottom < 0 ? -bottom : bottom) / divisor;
    return made;
}

std::optional<Decimal> Fraction::as_decimal() const
{
    for (int scale = 0; scale <= Decimal::scale_max; ++scale) {
        const Wide power = power_of_ten(scale);
        if (power % bottom_ != 0) continue;
        const auto units = product(top_, power / bottom_);
        return units ? decimal_of(*units, scale) : std::nullopt;
    }
    return std::nullopt;
}

std::optional<Decimal> Fraction::rounded(int decimals) const
{
    const Wide magnitude = top_ < 0 ? -top_ : top_;
    const Wide whole = magnitude / bottom_;
    const auto rest = product(magnitude % bottom_, power_of_ten(decimals) * 2);
    const auto doubled = product(bottom_, 2);
    const auto shifted = product(whole, power_of_ten(decimals));
    if (!rest || !doubled || !shifted) return std::nullopt;
    const auto units = sum(*shifted, (*rest + bottom_) / *doubled);
    if (!units) return std::nullopt;
    return decimal_of(top_ < 0 ? -*units : *units, decimals);
}

std::string Fraction::str() const
{
    if (const auto decimal = as_decimal()) return decimal->str();
    return digits(top_) + (bottom_ == 1 ? "" : "/" + digits(bottom_));
}

std::optional<Fraction> add(const Fraction& a, const Fraction& b)
{
    if (a.bottom_ == b.bottom_) {
        const auto top = sum(a.top_, b.top_);
        return top ? Fraction::of(*top, a.bottom_) : std::nullopt;
    }
    const Wide divisor = common_divisor(a.bottom_, b.bottom_);
    const auto left = product(a.top_, b.bottom_ / divisor);
    const auto right = product(b.top_, a.bottom_ / divisor);
    const auto bottom = product(a.bottom_, b.bottom_ / divisor);
    if (!left || !right || !bottom) return std::nullopt;
    const auto top = sum(*left, *right);
    return top ? Fraction::of(*top, *bottom) : std::nullopt;
}

std::optional<Fraction> subtract(const Fraction& a, const Fraction& b)
{
    Fraction negative = b; // of() keeps out the one number that has no negative
    negative.top_ = -negative.top_;
    return add(a, negative);
}

std::optional<Fraction> multiply(const Fraction& a, const Fraction& b)
{
    // Across first, so that what cancels never has to fit.
    const Wide left = common_divisor(a.top_, b.bottom_);
    const Wide right = common_divisor(b.top_, a.bottom_);
    const auto top = product(a.top_ / left, b.top_ / right);
    const auto bottom = product(a.bottom_ / right, b.bottom_ / left);
    return top && bottom ? Fraction::of(*top, *bottom) : std::nullopt;
}

std::optional<Fraction> divide(const Fraction& a, const Fraction& b)
{
    if (b.is_zero()) return std::nullopt;
    const auto turned = Fraction::of(b.bottom_, b.top_);
    return turned ? multiply(a, *turned) : std::nullopt;
}

std::optional<std::pair<Decimal, Decimal>>
as_counts(const Fraction& numerator, const Fraction& denominator)
{
    const auto above = numerator.as_decimal();
    const auto below = denominator.as_decimal();
    if (above && below) return std::pair{*above, *below};
    const Wide divisor = common_divisor(numerator.bottom_, denominator.bottom_);
    const auto top = product(numerator.top_, denominator.bottom_ / divisor);
    const auto bottom = product(denominator.top_, numerator.bottom_ / divisor);
    if (!top || !bottom) return std::nullopt;
    const auto counted = decimal_of(*top, 0);
    const auto counted_below = decimal_of(*bottom, 0);
    if (!counted || !counted_below) return std::nullopt;
    return std::pair{*counted, *counted_below};
}

std::strong_ordering operator<=>(const Fraction& a, const Fraction& b)
{
    // By whole parts, then by the turned rests: nothing is multiplied, so nothing can overflow.
    Wide a_top = a.top_;
    Wide a_bottom = a.bottom_;
    Wide b_top = b.top_;
    Wide b_bottom = b.bottom_;
    for (bool turned = false;; turned = !turned) {
        const Wide left = floor_of(a_top, a_bottom);
        const Wide right = floor_of(b_top, b_bottom);
        if (left != right)
            return (left < right) != turned ? std::strong_ordering::less
                                            : std::strong_ordering::greater;
        a_top -= left * a_bottom;
        b_top -= right * b_bottom;
        if (a_top == 0 || b_top == 0) {
            if (a_top == b_top) return std::strong_ordering::equal;
            return (a_top == 0) != turned ? std::strong_ordering::less
                                          : std::strong_ordering::greater;
        }
        std::swap(a_top, a_bottom);
        std::swap(b_top, b_bottom);
    }
}

} // namespace tiendo
