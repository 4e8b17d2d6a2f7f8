#pragma once

#include "web/routes.hpp"

#include <span>

namespace tiendo::web {

/// Who owes what, and everything that is done about it.
std::span<const Route> chase_routes();

} // namespace tiendo::web
