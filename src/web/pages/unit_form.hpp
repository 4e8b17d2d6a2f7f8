#pragma once

#include "domain/org/unit.hpp"
#include "web/request.hpp"
#include "web/visit.hpp"

#include <optional>

namespace tiendo::web {

/// "31/12/2024" or "2024-12-31", as a person types it or the browser's calendar sends it.
std::optional<Date> typed_day(std::string_view text);

/// The unit that the form holds; refuses days that are none.
Result<Unit> unit_in(const Request& request, const Unit& before);

/// The fields of a unit's form. What was typed comes back as it was typed where there is a request.
view::Object unit_fields(const Visit& visit, const Unit& unit, const UnitDirectory& units);

} // namespace tiendo::web
