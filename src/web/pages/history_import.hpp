#pragma once

#include "base/result.hpp"
#include "web/request.hpp"
#include "web/response.hpp"
#include "web/visit.hpp"

/// Figures of earlier years from an office's own table, by pointing at its columns.
namespace tiendo::web {

Result<Response> get_history_imports(Visit& visit, const Request& request);
Result<Response> post_history_file(Visit& visit, const Request& request);
Result<Response> get_history_table(Visit& visit, const Request& request);
Result<Response> post_history_columns(Visit& visit, const Request& request);
Result<Response> get_history_check(Visit& visit, const Request& request);
Result<Response> post_history_check(Visit& visit, const Request& request);
Result<Response> post_history_undo(Visit& visit, const Request& request);

} // namespace tiendo::web
