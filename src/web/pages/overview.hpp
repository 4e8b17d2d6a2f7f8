#pragma once

#include "web/routes.hpp"

namespace tiendo::web {

/// Tổng quan: the state of the plan on one screen.
Result<Response> get_overview(Visit& visit, const Request& request);

} // namespace tiendo::web
