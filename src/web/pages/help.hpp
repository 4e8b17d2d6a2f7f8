#pragma once

#include "web/routes.hpp"

namespace tiendo::web {

/// What each role does with the product, the reader's own role first.
Result<Response> get_help(Visit& visit, const Request& request);

} // namespace tiendo::web
