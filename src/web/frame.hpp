#pragma once

#include "web/request.hpp"
#include "web/visit.hpp"

namespace tiendo::web {

/// Fills the visit's frame: unit, person, plan, period, the menu of the person's roles, the strip
/// of the sample world.
void fill_frame(Visit& visit, const Request& request);

} // namespace tiendo::web
