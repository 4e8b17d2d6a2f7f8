#pragma once

#include "domain/indicator/contribution.hpp"
#include "domain/indicator/indicator.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace tiendo {

/// Only counts can be divided: "có" of a commune is no part of a "có".
bool is_divisible(const Indicator& indicator);

/// A whole number of things by shares that make a whole, each thing to one of them: what is left
/// after rounding down goes to the largest remainders, of equal ones to the first.
std::vector<std::int64_t> allocate(std::int64_t count, const std::vector<ExactShare>& shares);

/// A unit's cell in parts, one for each share; none of them has more above than below the line,
/// where the whole has not.
std::vector<Cell> allocate(const Cell& cell, const std::vector<ExactShare>& shares);

/// With all that its formulas take from elsewhere.
std::vector<Contribution>
allocate(const Contribution& contribution, const std::vector<ExactShare>& shares);

/// What is left of a whole.
ExactShare rest_of(const std::vector<ExactShare>& shares);

/// What several units said, as one that they became says it; none where one of them has said
/// nothing.
std::optional<Cell> merged(const std::vector<Cell>& cells);

} // namespace tiendo
