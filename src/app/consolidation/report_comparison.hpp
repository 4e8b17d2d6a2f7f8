#pragma once

#include "app/consolidation/consolidated_reports.hpp"
#include "domain/report/report_difference.hpp"

#include <optional>
#include <vector>

namespace tiendo::app {

/// The report as it stands beside an earlier version of it, or beside the one of the period before.
struct ReportComparison {
    PeriodId period{};        ///< of the earlier one
    VersionSummary version{}; ///< likewise
    std::vector<ReportChange> changes{};
};

/// Against a version of the same period; without a number the newest one. None where there is
/// none yet. Needs Right::see_plan.
Result<std::optional<ReportComparison>> compare_with_version(
    Work& work, const PlanId& plan, const PeriodId& period, std::optional<int> number
);

/// Against the newest version of the period of the same length before. Needs Right::see_plan.
Result<std::optional<ReportComparison>>
compare_with_last_period(Work& work, const PlanId& plan, const PeriodId& period);

} // namespace tiendo::app
