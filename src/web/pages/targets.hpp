#pragma once

#include "web/routes.hpp"

namespace tiendo::web {

/// All chỉ tiêu with filters: objective "mt", result "kq", supplier "dv".
Result<Response> get_targets(Visit& visit, const Request& request);

} // namespace tiendo::web
