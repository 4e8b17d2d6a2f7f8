#pragma once

#include "web/routes.hpp"

namespace tiendo::web {

/// One chỉ tiêu thành phần completely: its sentence, its rule, its value by unit, its trend.
Result<Response> get_target(Visit& visit, const Request& request);

} // namespace tiendo::web
