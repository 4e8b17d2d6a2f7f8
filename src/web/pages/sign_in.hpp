#pragma once

#include "web/routes.hpp"

namespace tiendo::web {

Result<Response> get_sign_in(Visit& visit, const Request& request);
/// Afterwards to the page that was asked for ("tiep"), where it is one of ours.
Result<Response> post_sign_in(Visit& visit, const Request& request);
Result<Response> post_sign_out(Visit& visit, const Request& request);

} // namespace tiendo::web
