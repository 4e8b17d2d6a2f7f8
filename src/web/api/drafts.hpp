#pragma once

#include "web/routes.hpp"

namespace tiendo::web {

/// PUT /api/v1/drafts/{plan}/{period}/{unit}/items/{kind}/{item}: keeps one item of a draft. The
/// body is the item's fields as the form names them, its revision included. 200: kept; 422: kept
/// as typed, and what is wrong with it; 409: somebody else was faster, nothing kept, both versions
/// told.
Result<Response> put_draft_item(Visit& visit, const Request& request);

} // namespace tiendo::web
