#pragma once

#include "web/routes.hpp"

namespace tiendo::web {

/// Chi tiết nhiệm vụ: state, result, product and difficulty of each unit, and what was said when.
Result<Response> get_task(Visit& visit, const Request& request);

} // namespace tiendo::web
