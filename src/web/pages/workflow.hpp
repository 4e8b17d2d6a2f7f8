#pragma once

#include "web/routes.hpp"

namespace tiendo::web {

/// …/quy-trinh: whether a report passes the unit's own leader before it is handed in.
Result<Response> get_workflow(Visit& visit, const Request& request);
Result<Response> post_workflow(Visit& visit, const Request& request);

} // namespace tiendo::web
