#pragma once

#include "domain/org/reorganisation.hpp"
#include "web/routes.hpp"
#include "web/visit.hpp"

namespace tiendo::web {

/// What the form says; refuses a day, a share or a kind that is none.
Result<Reorganisation> reorganisation_in(const Request& request);

/// The form of the kind that is asked for, with what was typed. Old units are ticked in a list, or,
/// where there are too many, below one superior at a time.
view::Object reorganisation_form(
    const Wording& words, const Request& request, const UnitDirectory& units, Date today
);

} // namespace tiendo::web
