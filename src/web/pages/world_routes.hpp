#pragma once

#include "web/routes.hpp"

#include <span>

namespace tiendo::web {

/// The buttons of the sample world.
std::span<const Route> world_routes();

} // namespace tiendo::web
