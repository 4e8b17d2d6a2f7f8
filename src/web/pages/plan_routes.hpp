#pragma once

#include "web/routes.hpp"

#include <span>

namespace tiendo::web {

/// From the document to the open period: list, upload, review, who answers what, tasks, period,
/// library.
std::span<const Route> plan_routes();

} // namespace tiendo::web
