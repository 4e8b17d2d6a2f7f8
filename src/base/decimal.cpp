#include "base/decimal.hpp"

#include "base/result.hpp"

#include <fmt/format.h>

#include <array>
#include <limits>
#include <numeric>

namespace tiendo {
namespace {

__extension__ using Wide = __int128;

constexpr std::array<std::int64_t, Decimal::scale_max + 1> powers_of_ten{
    1, 10, 100, 1'000, 10'000, 100'000, 1'000'000, 10'000'000, 100'000'000, 1'000'000'000
};

std::int64_t power_of_ten(int exponent)
{
    return powers_of_ten.at(static_cast<std::size_t>(exponent));
}

/// The units of a number once it is written with that (not smaller) scale.
Wide units_at(const Decimal& number, int scale)
{
    return static_cast<Wide>(number.units()) * power_of_ten(scale - number.scale());
}

std::optional<Decimal> narrowed(Wide units, int scale)
{
    while (scale > 0 && units % 10 == 0) {
        units /= 10;
        --scale;
    }
    if (units > std::numeric_limits<std::int64_t>::max() ||
        units < std::numeric_limits<std::int64_t>::min()) {
        return std::nullopt;
    }
    return Decimal(static_cast<std::int64_t>(units), scale);
}

} // namespace

Decimal::Decimal(std::int64_t units, int scale) : units_(units), scale_(scale)
{
    ensure(scale >= 0 && scale <= scale_max, "a decimal has 0 to 9 decimals");
    while (scale_ > 0 && units_ % 10 == 0) {
        units_ /= 10;
        --scale_;
    }
}

std::optional<Decimal> Decimal::parse(std::string_view text)
{
    const bool negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);

    Wide units = 0;
    int scale = 0;
    bool point_seen = false;
    bool digit_seen = false;
    for (const char c : text) {
        if (c == '.' && !point_seen && digit_seen) {
            point_seen = true;
            continue;
        }
        if (c < '0' || c > '9') return std::nullopt;
        digit_seen = true;
        units = units * 10 + (c - '0');
        if (point_seen) ++scale;
        if (units > std::numeric_limits<std::int64_t>::max() || scale > scale_max)
            return std::nullopt;
    }
    if (!digit_seen || text.ends_with('.')) return std::nullopt;
    return narrowed(negative ? -units : units, scale);
}

std::string Decimal::str() const
{
    if (scale_ == 0) return fmt::format("{}", units_);
    const auto magnitude = units_ < 0 ? -static_cast<Wide>(units_) : static_cast<Wide>(units_);
    const auto power = power_of_ten(scale_);
    return fmt::format(
        "{}{}.{:0{}}",
        units_ < 0 ? "-" : "",
        static_cast<std::int64_t>(magnitude / power),
        static_cast<std::int64_t>(magnitude % power),
        scale_
    );
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b)
{
    const int scale = std::max(a.scale(), b.scale());
    const auto left = units_at(a, scale);
    const auto right = units_at(b, scale);
    if (left < right) return std::strong_ordering::less;
    if (left > right) return std::strong_ordering::greater;
    return std::strong_ordering::equal;
}

std::optional<Decimal> add(const Decimal& a, const Decimal& b)
{
    const int scale = std::max(a.scale(), b.scale());
    return narrowed(units_at(a, scale) + units_at(b, scale), scale);
}

std::optional<Decimal> subtract(const Decimal& a, const Decimal& b)
{
    const int scale = std::max(a.scale(), b.scale());
    return narrowed(units_at(a, scale) - units_at(b, scale), scale);
}

std::optional<Ratio>
Ratio::of(const Decimal& numerator, const Decimal& denominator, std::int64_t factor)
{
    if (denominator.is_zero()) return std::nullopt;
    const int scale = std::max(numerator.scale(), denominator.scale());
    Wide top = 0;
    if (__builtin_mul_overflow(units_at(numerator, scale), static_cast<Wide>(factor), &top)) {
        return std::nullopt;
    }
    Wide bottom = units_at(denominator, scale);
    if (bottom < 0) {
        top = -top;
        bottom = -bottom;
    }
    Wide a = top < 0 ? -top : top;
    Wide b = bottom;
    while (b != 0) {
        const Wide rest = a % b;
        a = b;
        b = rest;
    }
    top /= a == 0 ? 1 : a;
    bottom /= a == 0 ? 1 : a;

    // Comparing multiplies by at most 64 bits and a power of ten more; keep that below 127 bits.
    constexpr Wide room = static_cast<Wide>(1) << 62;
    if (top > room || top < -room || bottom > room) return std::nullopt;
    return Ratio(top, bottom);
}

std::strong_ordering Ratio::compare(const Decimal& other) const
{
    // n/d against u/10^s: whole parts first, so that the cross product stays small.
    const Wide power = power_of_ten(other.scale());
    const Wide units = other.units();
    const auto floor_of = [](Wide top, Wide bottom) {
        const Wide quotient = top / bottom;
        return top % bottom < 0 ? quotient - 1 : quotient;
    };
    const Wide left_whole = floor_of(numerator_, denominator_);
    const Wide right_whole = floor_of(units, power);
    if (left_whole != right_whole) return left_whole <=> right_whole;
    const Wide left_rest = (numerator_ - left_whole * denominator_) * power;
    const Wide right_rest = (units - right_whole * power) * denominator_;
    return left_rest <=> right_rest;
}

Decimal Ratio::rounded(int decimals) const
{
    const Wide power = power_of_ten(decimals);
    const bool negative = numerator_ < 0;
    const Wide magnitude = negative ? -numerator_ : numerator_;
    const Wide whole = magnitude / denominator_;
    const Wide rest = (magnitude % denominator_) * power * 2;
    const Wide units = whole * power + (rest + denominator_) / (denominator_ * 2);
    const auto result = narrowed(negative ? -units : units, decimals);
    ensure(result.has_value(), "a ratio fits into 64 bits when rounded");
    return *result;
}

} // namespace tiendo
