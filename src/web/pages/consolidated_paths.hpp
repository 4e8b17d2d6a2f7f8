#pragma once

#include "domain/period/period.hpp"
#include "domain/plan/plan.hpp"
#include "web/request.hpp"

#include <optional>
#include <string>
#include <string_view>

/// The addresses of one consolidated report.
namespace tiendo::web {

PeriodId period_in_path(const Request& request);

/// "/ke-hoach/1/tong-hop?ky=2023"
std::string report_path(const PlanId& plan, const PeriodId& period);
/// "/ke-hoach/1/tong-hop/2023/noi-dung" for "noi-dung".
std::string report_path(const PlanId& plan, const PeriodId& period, std::string_view action);

/// A whole number as it stands in a form or an address; none if it is no number.
std::optional<int> whole_number(std::string_view text);

} // namespace tiendo::web
