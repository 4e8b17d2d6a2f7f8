#pragma once

#include "domain/org/unit.hpp"
#include "web/request.hpp"
#include "web/visit.hpp"

namespace tiendo::web {

/// The unit that the form holds; refuses days that are none.
Result<Unit> unit_in(const Request& request, const Unit& before);

/// The fields of a unit's form. What was typed comes back as it was typed where there is a request.
view::Object unit_fields(const Visit& visit, const Unit& unit, const UnitDirectory& units);

} // namespace tiendo::web
