#pragma once

#include "web/routes.hpp"

#include <span>

namespace tiendo::web {

/// The pages of units' reports: typing, checking, submitting, reviewing, printing, listing.
std::span<const Route> report_routes();

} // namespace tiendo::web
