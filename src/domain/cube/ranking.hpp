#pragma once

#include "domain/cube/question.hpp"

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace tiendo {

/// Two slices whose sums are divided, and what the quotient is multiplied by: 100 for a percent.
struct RatioSlices {
    std::size_t numerator = 0;
    std::size_t denominator = 0;
    std::int64_t factor = 1;
};

/// None where one of the sums is not there, or nothing stands below the line.
std::optional<Ratio>
ratio_of(const CubeAnswer& numerator, const CubeAnswer& denominator, std::int64_t factor);

/// The units with the largest sums of a slice, largest first; of equal ones that first in the
/// question. Whoever has no sum is left out.
std::vector<std::size_t> highest(const CubeAnswers& answers, std::size_t slice, std::size_t count);
/// The same by exact ratio.
std::vector<std::size_t>
highest(const CubeAnswers& answers, const RatioSlices& slices, std::size_t count);

/// "12/14 xã đạt": of the units that were asked about, how many have a number, and how many of
/// these meet the condition.
struct MeetingUnits {
    std::uint32_t meeting = 0;
    std::uint32_t with_number = 0;
    std::uint32_t asked = 0;

    friend bool operator==(const MeetingUnits&, const MeetingUnits&) = default;
};

/// How a number has to stand to the bound: std::is_gteq, std::is_lt …
using Meets = bool (*)(std::partial_ordering);

MeetingUnits
units_meeting(const CubeAnswers& answers, std::size_t slice, const Decimal& bound, Meets meets);
MeetingUnits units_meeting(
    const CubeAnswers& answers, const RatioSlices& slices, const Decimal& bound, Meets meets
);

} // namespace tiendo
