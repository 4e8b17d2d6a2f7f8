#pragma once

#include "web/routes.hpp"

namespace tiendo::web {

/// All units, present and past: what they were called, when they existed, who followed whom.
Result<Response> get_units(Visit& visit, const Request& request);
Result<Response> get_new_unit(Visit& visit, const Request& request);
Result<Response> post_new_unit(Visit& visit, const Request& request);
Result<Response> get_unit(Visit& visit, const Request& request);
Result<Response> post_unit(Visit& visit, const Request& request);

/// Several units become one on a day.
Result<Response> get_merger(Visit& visit, const Request& request);
Result<Response> post_merger(Visit& visit, const Request& request);

} // namespace tiendo::web
