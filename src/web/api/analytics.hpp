#pragma once

#include "web/routes.hpp"

namespace tiendo::web {

/// GET /api/analytics.json?dimension=dx:…&dimension=pe:…&dimension=ou:…: sums and rates in the form
/// of DHIS2, whose clients can read them.
Result<Response> get_analytics(Visit& visit, const Request& request);

} // namespace tiendo::web
