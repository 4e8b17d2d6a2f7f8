#pragma once

#include "web/routes.hpp"

#include <string_view>

namespace tiendo::web {

inline constexpr std::string_view workbook_type =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The forms of all units of a period, in one .zip.
Result<Response> get_period_workbooks(Visit& visit, const Request& request);
/// To each unit whose report is awaited, its form by mail.
Result<Response> post_mail_workbooks(Visit& visit, const Request& request);

/// One unit's form as .xlsx; the page to fetch it and to send it back.
Result<Response> get_workbook_file(Visit& visit, const Request& request);
Result<Response> get_workbook(Visit& visit, const Request& request);
Result<Response> post_workbook(Visit& visit, const Request& request);

/// Where a file and the draft differ; what is chosen there is taken.
Result<Response> get_workbook_changes(Visit& visit, const Request& request);
Result<Response> post_workbook_changes(Visit& visit, const Request& request);
Result<Response> post_workbook_undo(Visit& visit, const Request& request);

} // namespace tiendo::web
