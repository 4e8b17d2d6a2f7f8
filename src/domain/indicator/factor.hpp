#pragma once

#include "domain/indicator/indicator.hpp"

#include <cstdint>

namespace tiendo {

/// What a figure's numerator over its denominator is multiplied by: 100 for shares of whatever
/// kind, 1 for plain counts.
std::int64_t factor_of(const Indicator& indicator);

} // namespace tiendo
