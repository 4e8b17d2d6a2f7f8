#pragma once

#include "web/routes.hpp"

namespace tiendo::web {

/// Công văn đôn đốc: shown as a page, taken as a .docx, noted once it has gone out.
Result<Response> get_letter(Visit& visit, const Request& request);
Result<Response> post_letter(Visit& visit, const Request& request);

} // namespace tiendo::web
