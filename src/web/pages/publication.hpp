#pragma once

#include "base/result.hpp"
#include "web/request.hpp"
#include "web/response.hpp"
#include "web/visit.hpp"

/// The standard table as it may leave the reporting line.
namespace tiendo::web {

Result<Response> get_publication(Visit& visit, const Request& request);
/// Answers the file itself.
Result<Response> post_publication(Visit& visit, const Request& request);
Result<Response> post_sensitive_use(Visit& visit, const Request& request);

} // namespace tiendo::web
