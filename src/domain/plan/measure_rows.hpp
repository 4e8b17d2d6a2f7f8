#pragma once

#include "domain/plan/plan.hpp"

namespace tiendo {

/// The measures of a target, in order: one for each quantity, lettered where there are several
/// ("3.2a"); one without quantity for a target in words; a count beside a percent of the same
/// cadence becomes the percent's inner condition.
std::vector<Measure> measures_of(const ReadTarget& target, const std::string& objective);

/// The clause of the text that a quantity stands in, without "Chỉ tiêu 1:", for use as a title.
std::vector<std::string> clauses_of(const std::string& text, std::size_t count);

} // namespace tiendo
