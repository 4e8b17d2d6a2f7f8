#pragma once

#include "base/result.hpp"
#include "web/request.hpp"
#include "web/response.hpp"
#include "web/visit.hpp"

/// Values in bulk, at the address and in the form of DHIS2, so that its clients can read and write.
namespace tiendo::web {

Result<Response> get_data_value_set(Visit& visit, const Request& request);
Result<Response> post_data_value_set(Visit& visit, const Request& request);

} // namespace tiendo::web
