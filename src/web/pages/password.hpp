#pragma once

#include "web/routes.hpp"

namespace tiendo::web {

/// Changing one's own password.
Result<Response> get_password(Visit& visit, const Request& request);
Result<Response> post_password(Visit& visit, const Request& request);

/// Choosing one with a code that the administrator or the unit's leader handed over.
Result<Response> get_forgotten_password(Visit& visit, const Request& request);
Result<Response> post_forgotten_password(Visit& visit, const Request& request);

} // namespace tiendo::web
