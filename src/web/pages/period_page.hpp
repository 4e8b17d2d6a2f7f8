#pragma once

#include "web/request.hpp"
#include "web/response.hpp"
#include "web/visit.hpp"

namespace tiendo::web {

/// The periods of a plan, and the proposal for the next one with its reasons; any other period can
/// be opened by hand.
Result<Response> get_periods(Visit& visit, const Request& request);
Result<Response> post_period(Visit& visit, const Request& request);
Result<Response> post_period_lock(Visit& visit, const Request& request);

} // namespace tiendo::web
