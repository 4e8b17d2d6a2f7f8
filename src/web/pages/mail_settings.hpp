#pragma once

#include "web/routes.hpp"

namespace tiendo::web {

/// Gửi thư: the administrator's mail server, and a test of it.
Result<Response> get_mail_settings(Visit& visit, const Request& request);
Result<Response> post_mail_settings(Visit& visit, const Request& request);

} // namespace tiendo::web
