#pragma once

#include "web/request.hpp"
#include "web/response.hpp"

#include <string_view>

namespace tiendo::web {

/// Puts the security headers on an answer, errors included, and no-store on all that does not say
/// how it may be kept.
void protect(Response& response, bool is_secure);

/// Whether a request that changes something comes from a page of another site.
bool is_foreign(const Request& request);

/// Whether the form (field "csrf") or the script (header "x-csrf-token") carries the token of the
/// session. False for an empty token.
bool has_form_token(const Request& request, std::string_view token);

} // namespace tiendo::web
