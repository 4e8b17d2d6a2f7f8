#pragma once

#include "web/request.hpp"
#include "web/response.hpp"
#include "web/visit.hpp"

namespace tiendo::web {

/// The table measure × suppliers: for each measure how it is computed, who answers it, or why
/// nobody can; what "khoảng" allows.
Result<Response> get_suppliers(Visit& visit, const Request& request);
Result<Response> post_suppliers(Visit& visit, const Request& request);

/// Who leads and supports each task, one by one or many at once.
Result<Response> get_task_assignment(Visit& visit, const Request& request);
Result<Response> post_task_assignment(Visit& visit, const Request& request);

/// GET /ke-hoach/{plan}/giao-nhiem-vu/phu-luc.docx: the missing annex, made anew.
Result<Response> get_assignment_docx(Visit& visit, const Request& request);

} // namespace tiendo::web
