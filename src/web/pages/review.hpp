#pragma once

#include "web/request.hpp"
#include "web/response.hpp"
#include "web/visit.hpp"

namespace tiendo::web {

/// "Rà soát bản đọc": the source text beside what was read, findings by weight, what must be asked,
/// and every field open to correction.
Result<Response> get_plan_review(Visit& visit, const Request& request);

/// Decides a finding: keep, accept, or correct the fields that it is about; leads to the next one.
Result<Response> post_decision(Visit& visit, const Request& request);
/// Takes back what was decided about a finding.
Result<Response> post_undone_decision(Visit& visit, const Request& request);
/// Accepts all text repairs at once; no number changes by it.
Result<Response> post_accepted_repairs(Visit& visit, const Request& request);
/// Corrects or completes one field by hand.
Result<Response> post_field(Visit& visit, const Request& request);

} // namespace tiendo::web
