#pragma once

#include "web/routes.hpp"

namespace tiendo::web {

/// Lịch: the days of a plan, a month at a time, and as a file for calendar programs.
Result<Response> get_calendar(Visit& visit, const Request& request);
Result<Response> get_calendar_file(Visit& visit, const Request& request);

} // namespace tiendo::web
