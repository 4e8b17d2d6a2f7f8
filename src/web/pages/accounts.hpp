#pragma once

#include "web/routes.hpp"

namespace tiendo::web {

/// The accounts: all of them for an administrator, the own unit's for its leader, who may issue
/// codes.
Result<Response> get_accounts(Visit& visit, const Request& request);
Result<Response> get_new_account(Visit& visit, const Request& request);
Result<Response> post_new_account(Visit& visit, const Request& request);
Result<Response> get_account(Visit& visit, const Request& request);
Result<Response> post_account(Visit& visit, const Request& request);
Result<Response> post_disable_account(Visit& visit, const Request& request);
Result<Response> post_enable_account(Visit& visit, const Request& request);
/// Shows the code, once.
Result<Response> post_account_code(Visit& visit, const Request& request);

} // namespace tiendo::web
