#pragma once

#include "web/routes.hpp"

#include <span>

namespace tiendo::web {

/// Papers that are signed: each unit's own report, and the consolidated one on its way to being
/// issued.
std::span<const Route> issuing_routes();

} // namespace tiendo::web
