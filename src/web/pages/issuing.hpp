#pragma once

#include "web/request.hpp"
#include "web/response.hpp"
#include "web/visit.hpp"

namespace tiendo::web {

/// The consolidated report from draft to issued, its versions and its signed papers.
Result<Response> get_issuing(Visit& visit, const Request& request);
Result<Response> post_issuing_step(Visit& visit, const Request& request);
Result<Response> post_report_scan(Visit& visit, const Request& request);
Result<Response> get_report_scan(Visit& visit, const Request& request);
Result<Response> get_issued_docx(Visit& visit, const Request& request);

Result<Response> get_issued_pdf(Visit& visit, const Request& request);
/// Of the consolidated report as it stands.
Result<Response> get_report_pdf(Visit& visit, const Request& request);

} // namespace tiendo::web
