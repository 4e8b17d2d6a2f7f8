#pragma once

#include "base/result.hpp"
#include "domain/indicator/indicator.hpp"
#include "domain/plan/plan.hpp"

#include <vector>

namespace tiendo {

/// Everything that keeps an entry out of the library, each with the field that it is about. A fault
/// of a formula says in `args` where it stands: "at" and "length" in bytes, "text" what is there.
std::vector<Problem> problems_of(const Indicator& indicator, const IndicatorLibrary& library);

/// What of the formulas names measures that a plan which means the entry does not have.
std::vector<Problem>
problems_in_plan(const Indicator& indicator, const Plan& plan, const IndicatorLibrary& library);

} // namespace tiendo
