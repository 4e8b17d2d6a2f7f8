#pragma once

#include "web/routes.hpp"

namespace tiendo::web {

/// …/in: the unit's own report as a page to be printed and signed.
Result<Response> get_printed_report(Visit& visit, const Request& request);

} // namespace tiendo::web
