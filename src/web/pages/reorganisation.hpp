#pragma once

#include "web/routes.hpp"
#include "web/visit.hpp"

namespace tiendo::web {

/// Sắp xếp đơn vị hành chính: one says what is to happen, sees all that it would touch, and
/// confirms it; it is undone as long as nothing was reported on it.
Result<Response> get_reorganisation(Visit& visit, const Request& request);
Result<Response> post_reorganisation(Visit& visit, const Request& request);
Result<Response> get_prepared_reorganisation(Visit& visit, const Request& request);
Result<Response> post_prepared_reorganisation(Visit& visit, const Request& request);
Result<Response> post_undone_reorganisation(Visit& visit, const Request& request);

} // namespace tiendo::web
