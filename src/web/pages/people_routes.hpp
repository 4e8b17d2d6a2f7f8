#pragma once

#include "web/routes.hpp"

#include <span>

namespace tiendo::web {

/// Signing in, accounts, units, the journal, help.
std::span<const Route> people_routes();

} // namespace tiendo::web
