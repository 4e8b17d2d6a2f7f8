#pragma once

#include "web/request.hpp"
#include "web/response.hpp"
#include "web/visit.hpp"

namespace tiendo::web {

/// All plans, and the two ways to begin one: hand in a document, or type it in.
Result<Response> get_plans(Visit& visit, const Request& request);
Result<Response> get_upload(Visit& visit, const Request& request);
/// Reads the document in the confined process, before anything is written.
Result<Response> post_upload(Visit& visit, const Request& request);
/// /dang-doc/{reading}: how far the reading of an upload has come; then the plan, or why not.
Result<Response> get_reading(Visit& visit, const Request& request);
Result<Response> post_blank_plan(Visit& visit, const Request& request);

/// The library of indicators; each entry can be corrected, and own ones added.
Result<Response> get_indicators(Visit& visit, const Request& request);
Result<Response> get_indicator(Visit& visit, const Request& request);
Result<Response> post_indicator(Visit& visit, const Request& request);

} // namespace tiendo::web
