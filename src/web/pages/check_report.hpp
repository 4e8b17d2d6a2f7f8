#pragma once

#include "web/routes.hpp"

namespace tiendo::web {

/// …/kiem-tra: everything once more before it is handed in; POST hands it in.
Result<Response> get_check(Visit& visit, const Request& request);
Result<Response> post_check(Visit& visit, const Request& request);

/// …/da-nop: the receipt, and what comes next.
Result<Response> get_receipt(Visit& visit, const Request& request);

/// …/thu-hoi
Result<Response> post_withdraw(Visit& visit, const Request& request);

} // namespace tiendo::web
