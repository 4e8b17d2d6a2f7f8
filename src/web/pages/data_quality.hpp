#pragma once

#include "base/result.hpp"
#include "web/request.hpp"
#include "web/response.hpp"
#include "web/visit.hpp"

/// Questions about the figures of a period, with what was answered.
namespace tiendo::web {

Result<Response> get_data_quality(Visit& visit, const Request& request);
Result<Response> post_data_answer(Visit& visit, const Request& request);

} // namespace tiendo::web
