#include "domain/indicator/trend.hpp"

#include "base/result.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace tiendo {
namespace {

/// Student's t for a band of 80 %, by degrees of freedom from one on.
constexpr std::array quantiles{3.078, 1.886, 1.638, 1.533, 1.476, 1.440, 1.415, 1.397,
                               1.383, 1.372, 1.363, 1.356, 1.350, 1.345, 1.341, 1.337,
                               1.333, 1.330, 1.328, 1.325, 1.323, 1.321, 1.319, 1.318,
                               1.316, 1.315, 1.314, 1.313, 1.311, 1.310};

double quantile(std::size_t degrees)
{
    return quantiles.at(std::min(degrees, quantiles.size()) - 1);
}

template <class Get> double mean_of(const std::vector<TrendPoint>& points, Get&& get)
{
    double sum = 0;
    for (const auto& point : points)
        sum += get(point);
    return sum / static_cast<double>(points.size());
}

} // namespace

TrendBand trend_at(const std::vector<TrendPoint>& points, double time)
{
    ensure(points.size() >= 3, "a trend has three points");
    const auto count = static_cast<double>(points.size());
    const auto time_mean = mean_of(points, [](const auto& point) { return point.time; });
    const auto value_mean = mean_of(points, [](const auto& point) { return point.value; });
    const auto chance = mean_of(points, [](const auto& point) { return point.variance; });
    double spread = 0;
    double common = 0;
    for (const auto& point : points) {
        spread += (point.time - time_mean) * (point.time - time_mean);
        common += (point.time - time_mean) * (point.value - value_mean);
    }
    ensure(spread > 0, "a trend has points at different times");
    const auto slope = common / spread;
    const auto at = [&](double when) { return value_mean + slope * (when - time_mean); };
    double off = 0;
    for (const auto& point : points)
        off += (point.value - at(point.time)) * (point.value - at(point.time));
    const auto degrees = points.size() - 2;
    const auto residual = off / static_cast<double>(degrees);
    const auto reach = time - time_mean;
    const auto variance = std::max(residual, chance) * (1 + 1 / count + reach * reach / spread);
    const auto width = quantile(degrees) * std::sqrt(variance);
    return {at(time), at(time) - width, at(time) + width, chance > residual};
}

} // namespace tiendo
