#pragma once

#include "web/routes.hpp"

namespace tiendo::web {

/// One unit's form, and that of a new one.
Result<Response> get_new_unit(Visit& visit, const Request& request);
Result<Response> post_new_unit(Visit& visit, const Request& request);
Result<Response> get_unit(Visit& visit, const Request& request);
Result<Response> post_unit(Visit& visit, const Request& request);

} // namespace tiendo::web
