#pragma once

#include "web/routes.hpp"

namespace tiendo::web {

/// GET /viec-cua-toi: what the person's unit owes, and by when.
Result<Response> get_my_work(Visit& visit, const Request& request);

} // namespace tiendo::web
