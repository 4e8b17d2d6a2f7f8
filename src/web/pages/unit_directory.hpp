#pragma once

#include "web/routes.hpp"
#include "web/visit.hpp"

#include <string>

namespace tiendo::web {

/// All units, present and past, in groups of which the beginnings are shown: what they are called,
/// when they exist, who followed whom. One looks for a name or code, or goes down from a superior.
Result<Response> get_units(Visit& visit, const Request& request);

/// "/don-vi/sa-loong"
std::string unit_path(const UnitId& id);

/// Whom a unit followed and who followed it, for {{> unit_history}}.
void add_unit_history(view::Object& data, const UnitDirectory& units, const UnitId& id);

} // namespace tiendo::web
