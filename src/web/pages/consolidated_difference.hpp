#pragma once

#include "web/routes.hpp"

namespace tiendo::web {

/// What is another than in a saved version (?voi=2) or in the last period's report
/// (?voi=ky-truoc), sentence by sentence and number by number.
Result<Response> get_difference(Visit& visit, const Request& request);

} // namespace tiendo::web
