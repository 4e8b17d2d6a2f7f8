#pragma once

#include <vector>

namespace tiendo {

/// A value at a time. Doubles are right here: a trend is an estimate, and what is shown of it is
/// rounded (forecast.hpp).
struct TrendPoint {
    double time = 0; ///< in years
    double value = 0;
    double variance = 0; ///< what chance alone does to a count so small
};

struct TrendBand {
    double value = 0;
    double low = 0;
    double high = 0;
    bool is_by_chance = false; ///< chance moves the value more than the points lie off the line

    friend bool operator==(const TrendBand&, const TrendBand&) = default;
};

/// In four cases of five the value should lie inside the band.
inline constexpr int band_percent = 80;

/// The straight line of least squares at that time, with the band in which one more point is to be
/// expected: by the distance of the points from the line, or by chance where that moves them more.
/// Needs three points at different times.
TrendBand trend_at(const std::vector<TrendPoint>& points, double time);

} // namespace tiendo
