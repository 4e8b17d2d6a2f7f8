#pragma once

#include "app/issuing/unit_papers.hpp"
#include "web/request.hpp"
#include "web/response.hpp"
#include "web/visit.hpp"

namespace tiendo::web {

/// A unit's own report as the paper that its head signs, and the signed scans of it.
Result<Response> get_unit_paper(Visit& visit, const Request& request);
Result<Response> post_unit_head(Visit& visit, const Request& request);
Result<Response> get_unit_docx(Visit& visit, const Request& request);
Result<Response> get_unit_pdf(Visit& visit, const Request& request);
Result<Response> post_unit_scan(Visit& visit, const Request& request);
Result<Response> get_unit_scan(Visit& visit, const Request& request);

} // namespace tiendo::web
