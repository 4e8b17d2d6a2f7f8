#pragma once

#include "web/routes.hpp"

namespace tiendo::web {

/// What a one-time link opens, and a button that uses it up: whatever only looks at the address
/// (a scanner of mails) spends nothing.
Result<Response> get_one_time_link(Visit& visit, const Request& request);
Result<Response> post_one_time_link(Visit& visit, const Request& request);

/// The links of a period: issue one to be printed or read out, see which were used, revoke.
Result<Response> get_links(Visit& visit, const Request& request);
Result<Response> post_link(Visit& visit, const Request& request);
Result<Response> post_revoked_link(Visit& visit, const Request& request);

} // namespace tiendo::web
