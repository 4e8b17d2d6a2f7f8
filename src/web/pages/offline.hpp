#pragma once

#include "web/routes.hpp"

namespace tiendo::web {

/// What this machine keeps: filled in by the script. The service worker keeps the page as a visitor
/// sees it and shows it in place of any page that cannot be reached.
Result<Response> get_offline(Visit& visit, const Request& request);

} // namespace tiendo::web
