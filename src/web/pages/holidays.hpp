#pragma once

#include "web/routes.hpp"
#include "web/visit.hpp"

namespace tiendo::web {

Result<Response> get_holidays(Visit& visit, const Request& request);
Result<Response> post_holiday(Visit& visit, const Request& request);
Result<Response> post_dropped_holiday(Visit& visit, const Request& request);

} // namespace tiendo::web
