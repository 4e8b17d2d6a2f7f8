#pragma once

#include "web/routes.hpp"

namespace tiendo::web {

/// The plan's targets beside those of the plan above it, and the choice of that plan.
Result<Response> get_parent_plan(Visit& visit, const Request& request);
Result<Response> post_parent_plan(Visit& visit, const Request& request);

} // namespace tiendo::web
