#pragma once

#include "web/routes.hpp"

namespace tiendo::web {

/// What programs read and write.
std::span<const Route> api_routes();

} // namespace tiendo::web
