#pragma once

#include "base/result.hpp"
#include "domain/period/period.hpp"
#include "domain/submission/report_state.hpp"

#include <string>
#include <string_view>

namespace tiendo::documents {

std::string to_json(const Period& period);
Result<Period> parse_period_body(std::string_view json);

/// What is kept of a report's state beside its stage and version.
std::string to_json(const ReportState& state);
/// Fills the rest of `state`.
Result<ReportState> parse_report_state(ReportState state, std::string_view json);

} // namespace tiendo::documents
