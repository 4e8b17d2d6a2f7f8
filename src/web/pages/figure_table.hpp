#pragma once

#include "base/result.hpp"
#include "web/request.hpp"
#include "web/response.hpp"
#include "web/visit.hpp"

/// The standard table as a spreadsheet, and the order of its columns.
namespace tiendo::web {

Result<Response> get_figure_table(Visit& visit, const Request& request);
Result<Response> get_table_columns(Visit& visit, const Request& request);
Result<Response> post_table_columns(Visit& visit, const Request& request);

} // namespace tiendo::web
