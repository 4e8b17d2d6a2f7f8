#pragma once

#include "web/routes.hpp"

namespace tiendo::web {

/// GET /ke-hoach/{plan}/bao-cao/{unit}/{period}: the unit's form; while it is closed, what the unit
/// reported, with the reason why nothing can be typed.
Result<Response> get_form(Visit& visit, const Request& request);

/// POST to the same address: everything typed is saved, item by item.
Result<Response> post_form(Visit& visit, const Request& request);

} // namespace tiendo::web
