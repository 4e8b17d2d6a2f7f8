#pragma once

#include "app/admin/access_tokens.hpp"
#include "web/routes.hpp"
#include "web/visit.hpp"

#include <vector>

namespace tiendo::web {

/// "Mã truy cập cho phần mềm": the own tokens, a form for a new one, and the new one itself, once.
Result<Response> get_access_tokens(Visit& visit, const Request& request);
Result<Response> post_access_token(Visit& visit, const Request& request);
Result<Response> post_revoked_token(Visit& visit, const Request& request);

/// An administrator revokes the token of another account, on its page.
Result<Response> post_revoked_token_of(Visit& visit, const Request& request);

/// {{> token_rows}}
view::List token_rows(Visit& visit, const std::vector<app::AccessToken>& tokens);

} // namespace tiendo::web
