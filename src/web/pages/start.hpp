#pragma once

#include "web/routes.hpp"

namespace tiendo::web {

/// The first page of a person, by role.
Result<Response> get_start(Visit& visit, const Request& request);

} // namespace tiendo::web
