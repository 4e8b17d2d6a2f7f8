#pragma once

#include "web/routes.hpp"

namespace tiendo::web {

/// The rows behind a number of section I, by unit, with what they add up to.
Result<Response> get_activity_source(Visit& visit, const Request& request);

} // namespace tiendo::web
