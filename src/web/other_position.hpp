#pragma once

#include "web/routes.hpp"
#include "web/visit.hpp"

namespace tiendo::web {

/// Whether a refusal says that the person may not see or do this in the present position.
bool is_about_access(const Error& refusal);

/// The refusal itself; or, where the person holds another position in which this would be allowed,
/// a page that says so and offers to change to it. Nothing of the thing itself is looked at, so
/// that nobody learns what exists.
Result<Response>
refused_here(Visit& visit, const Route& route, const Request& request, const Error& refusal);

} // namespace tiendo::web
