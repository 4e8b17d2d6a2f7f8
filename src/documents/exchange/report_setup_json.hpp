#pragma once

#include "domain/report/consolidated_report.hpp"

#include <string>
#include <string_view>

namespace tiendo::documents {

/// Who writes to whom, as a unit keeps it for its own report.
std::string to_json(const ReportSetup& setup);
Result<ReportSetup> parse_report_setup(std::string_view text);

} // namespace tiendo::documents
