#pragma once

#include "web/routes.hpp"

namespace tiendo::web {

/// Who did what and when; with ?kiem-tra=1 the chain of digests is followed as well.
Result<Response> get_journal(Visit& visit, const Request& request);

} // namespace tiendo::web
