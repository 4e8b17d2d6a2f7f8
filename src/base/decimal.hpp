#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tiendo {

/// An exact decimal number: `units` ten-to-the-minus-`scale`s. 26,05 is 2605 with scale 2.
///
/// Reported numbers are kept in this form only; no double holds one. Trailing zeros are dropped,
/// so equal numbers have equal members.
class Decimal {
public:
    static constexpr int scale_max = 9;

    constexpr Decimal() = default;
    constexpr Decimal(std::int64_t whole) : units_(whole) {} // NOLINT: a whole number is one
    /// units × 10^-scale; 0 <= scale <= scale_max.
    Decimal(std::int64_t units, int scale);

    /// Reads "26.05", "-3", "100000": digits with at most one decimal point and no grouping, as in
    /// JSON and in the store. None if it is anything else or does not fit.
    static std::optional<Decimal> parse(std::string_view text);

    std::int64_t units() const { return units_; }
    int scale() const { return scale_; }
    bool is_whole() const { return scale_ == 0; }
    bool is_zero() const { return units_ == 0; }

    /// The form that parse() reads.
    std::string str() const;

    friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);
    friend bool operator==(const Decimal&, const Decimal&) = default;

private:
    std::int64_t units_ = 0;
    int scale_ = 0;
};

/// None where the sum does not fit into 64 bits: a total is never silently wrong.
std::optional<Decimal> add(const Decimal& a, const Decimal& b);
std::optional<Decimal> subtract(const Decimal& a, const Decimal& b);

/// The exact ratio numerator ÷ denominator × factor, compared without rounding, so that
/// 5/9 does not meet 56 %.
class Ratio {
public:
    /// None where the denominator is zero or the numbers are too large to compare exactly.
    static std::optional<Ratio>
    of(const Decimal& numerator, const Decimal& denominator, std::int64_t factor);

    std::strong_ordering compare(const Decimal& other) const;

    /// Rounded half away from zero to that many decimals: 5/9 of 100 at 2 is 55.56.
    Decimal rounded(int decimals) const;

private:
    __extension__ using Wide = __int128;

    Ratio(Wide numerator, Wide denominator) : numerator_(numerator), denominator_(denominator) {}

    Wide numerator_;   ///< factor included
    Wide denominator_; ///< positive
};

} // namespace tiendo
