#pragma once

#include "web/routes.hpp"

#include <span>

namespace tiendo::web {

/// The pages that show results: who has reported, what came of it, and where each number is from.
std::span<const Route> see_routes();

} // namespace tiendo::web
