#pragma once

#include "web/routes.hpp"

namespace tiendo::web {

/// Bảng đơn vị × chỉ tiêu, with three ways to look: results, completeness, counts.
Result<Response> get_matrix(Visit& visit, const Request& request);

} // namespace tiendo::web
