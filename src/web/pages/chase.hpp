#pragma once

#include "web/routes.hpp"

namespace tiendo::web {

/// Đôn đốc: who owes what, whom to call, and what to say.
Result<Response> get_chase(Visit& visit, const Request& request);

} // namespace tiendo::web
