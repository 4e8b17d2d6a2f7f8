#pragma once

#include "web/routes.hpp"

namespace tiendo::web {

/// Ô số liệu: the whole story of one number, đơn vị × chỉ tiêu × kỳ.
Result<Response> get_cell(Visit& visit, const Request& request);

} // namespace tiendo::web
