#pragma once

#include "web/routes.hpp"

#include <span>

namespace tiendo::web {

/// Every address of the product with the right that it asks for.
std::span<const Route> all_routes();

} // namespace tiendo::web
