#pragma once

#include "web/routes.hpp"

namespace tiendo::web {

/// POST /doi-vi-tri: the session works in another position of its person from now on.
Result<Response> post_position(Visit& visit, const Request& request);

/// An administrator gives an account a further position, or ends one.
Result<Response> post_given_position(Visit& visit, const Request& request);
Result<Response> post_ended_position(Visit& visit, const Request& request);

} // namespace tiendo::web
