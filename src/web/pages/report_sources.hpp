#pragma once

#include "domain/period/period.hpp"
#include "domain/plan/plan.hpp"

#include <string>

namespace tiendo::web {

/// Where a computed number of the consolidated report leads: "3.2a#value" to the measure,
/// "sa-loong.3.2a" to the cell, "activity/training#people" to the rows behind it, "task/1.1" to the
/// task. Empty for what has no page, such as the hour of the report.
std::string
address_of_source(const std::string& source, const PlanId& plan, const PeriodId& period);

} // namespace tiendo::web
