#pragma once

#include "web/routes.hpp"

namespace tiendo::web {

/// GET /ke-hoach/{plan}/bao-cao?ky=&tt=&tim=: where every unit's report stands in one period.
Result<Response> get_report_list(Visit& visit, const Request& request);

} // namespace tiendo::web
