#pragma once

#include "domain/plan/plan_reading.hpp"

#include <compare>

namespace tiendo {

/// Whether a value that stands so to what is asked satisfies it. "Khoảng" is met from its bound on.
bool satisfies(std::strong_ordering order, Comparator comparator);

} // namespace tiendo
