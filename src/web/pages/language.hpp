#pragma once

#include "web/routes.hpp"

namespace tiendo::web {

/// POST /ngon-ngu: keeps the language in a cookie and goes back to the page.
Result<Response> post_language(Visit& visit, const Request& request);

} // namespace tiendo::web
