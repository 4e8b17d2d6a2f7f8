#pragma once

#include "web/routes.hpp"

namespace tiendo::web {

/// Minh chứng: the files that bear out a unit's report, and the field for one more.
Result<Response> get_evidence(Visit& visit, const Request& request);
Result<Response> post_evidence(Visit& visit, const Request& request);

/// The file itself. With "?xem" what a browser can show by itself (PDF, pictures) is shown, in a
/// sandbox; all else is kept as a file.
Result<Response> get_evidence_file(Visit& visit, const Request& request);
Result<Response> post_evidence_removal(Visit& visit, const Request& request);

} // namespace tiendo::web
