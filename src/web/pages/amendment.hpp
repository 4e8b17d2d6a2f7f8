#pragma once

#include "web/routes.hpp"

namespace tiendo::web {

/// A later version of the document beside the plan in use: what it changes, whose reports that
/// touches, and taking it over.
Result<Response> get_amendment(Visit& visit, const Request& request);
Result<Response> post_amended_plan(Visit& visit, const Request& request);
Result<Response> post_take_over(Visit& visit, const Request& request);

} // namespace tiendo::web
