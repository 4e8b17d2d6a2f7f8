#pragma once

#include <cstddef>
#include <vector>

namespace tiendo {

/// Below so many numbers there is no saying which of them is odd.
inline constexpr std::size_t siblings_least = 6;
inline constexpr std::size_t history_least = 4;

/// Whether one number lies far from the others: more than three and a half times their usual
/// distance from the middle one (the modified z-score of Iglewicz and Hoaglin). The middle is not
/// moved by the odd number itself, as a mean would be.
bool is_far_from_middle(double number, std::vector<double> all);

/// The middle one; of an even count the mean of the two in the middle.
double median(std::vector<double> numbers);

/// Whether it is below the least or above the greatest by more than half of their distance.
bool is_outside(double number, const std::vector<double>& earlier);

} // namespace tiendo
