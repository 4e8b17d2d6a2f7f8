#pragma once

#include "web/routes.hpp"

#include <span>

namespace tiendo::web {

/// Excel as a client: forms out and in.
std::span<const Route> workbook_routes();

} // namespace tiendo::web
