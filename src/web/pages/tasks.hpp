#pragma once

#include "web/routes.hpp"

namespace tiendo::web {

/// Nhiệm vụ: who leads, who supports, by when, and how far; filters "chu-tri", "mt", "tt".
Result<Response> get_tasks(Visit& visit, const Request& request);

} // namespace tiendo::web
