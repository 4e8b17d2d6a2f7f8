#pragma once

#include "web/routes.hpp"
#include "web/visit.hpp"

namespace tiendo::web {

/// Official lists of units: uploaded, shown with all that they would do, then confirmed.
Result<Response> get_unit_import(Visit& visit, const Request& request);
Result<Response> post_unit_list(Visit& visit, const Request& request);
Result<Response> get_received_units(Visit& visit, const Request& request);
Result<Response> post_received_units(Visit& visit, const Request& request);

} // namespace tiendo::web
