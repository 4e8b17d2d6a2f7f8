#pragma once

#include "web/routes.hpp"

namespace tiendo::web {

/// The first administrator and the first monitoring officer, with the console's token. Not found
/// once there is an account.
Result<Response> get_first_run(Visit& visit, const Request& request);
Result<Response> post_first_run(Visit& visit, const Request& request);

} // namespace tiendo::web
