#pragma once

#include "app/work.hpp"
#include "web/request.hpp"

#include <optional>

namespace tiendo::web {

/// The plan that the address names, and the period: "?ky=", else the newest one.
PlanId plan_in_address(const Request& request);

/// None while no period has been opened.
Result<std::optional<PeriodId>>
asked_period(app::Work& work, const PlanId& plan, const Request& request);

/// The same where there must be one.
Result<PeriodId> required_period(app::Work& work, const PlanId& plan, const Request& request);

} // namespace tiendo::web
