#pragma once

#include "web/request.hpp"
#include "web/response.hpp"
#include "web/visit.hpp"

#include <optional>

namespace tiendo::web {

/// A page of "?ky=THIS_QUARTER" is the page of the period that this is today: its address says so,
/// so that what is copied from it means the same tomorrow.
std::optional<Response> to_named_period(Visit& visit, const Request& request);

} // namespace tiendo::web
