#pragma once

#include "web/routes.hpp"

namespace tiendo::web {

/// GET /api/v1/plans/{plan}/periods/{period}/figures: what `tiendo figures --json` prints.
Result<Response> get_figures(Visit& visit, const Request& request);

} // namespace tiendo::web
