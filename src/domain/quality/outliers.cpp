#include "domain/quality/outliers.hpp"

#include <algorithm>
#include <cmath>

namespace tiendo {
namespace {

constexpr double far = 3.5;
/// What makes the middle distance of a normal distribution its standard deviation.
constexpr double of_normal = 0.6745;

} // namespace

double median(std::vector<double> numbers)
{
    std::ranges::sort(numbers);
    const auto middle = numbers.size() / 2;
    return numbers.size() % 2 == 1 ? numbers[middle] : (numbers[middle - 1] + numbers[middle]) / 2;
}

bool is_far_from_middle(double number, std::vector<double> all)
{
    if (all.size() < siblings_least) return false;
    const auto middle = median(all);
    for (auto& each : all)
        each = std::abs(each - middle);
    const auto usual = median(std::move(all));
    // Where more than half say the same, every other one would be far.
    return usual > 0 && of_normal * std::abs(number - middle) / usual > far;
}

bool is_outside(double number, const std::vector<double>& earlier)
{
    if (earlier.size() < history_least) return false;
    const auto [least, greatest] = std::ranges::minmax(earlier);
    const auto room = (greatest - least) / 2;
    return number < least - room || number > greatest + room;
}

} // namespace tiendo
