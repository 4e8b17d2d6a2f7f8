#pragma once

#include "web/routes.hpp"
#include "web/visit.hpp"

namespace tiendo::web {

/// What a page answers that needs a period, while its plan has none: one page that says what to do
/// and leads there. Everything else passes as it is: refusals of other kinds, forms, files.
Result<Response> or_no_period(Visit& visit, const Request& request, Result<Response> answer);

} // namespace tiendo::web
