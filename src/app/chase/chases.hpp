#pragma once

#include "app/report/reports.hpp"
#include "domain/submission/standing.hpp"

#include <string>
#include <vector>

namespace tiendo::app {

/// One row of its form that a unit has not answered yet.
struct OwedRow {
    std::string number{}; ///< "3.2a", a task's "3.4", a duty's "7"
    std::string title{};
};

/// Who owes what: one unit of a period, with whatever its report still lacks.
struct ChaseLine {
    Unit unit{};
    ReportLine report{};
    Standing standing = Standing::not_yet;
    std::vector<OwedRow> measures{}; ///< without an answer
    std::vector<OwedRow> tasks{};
    std::vector<OwedRow> duties{};
};

/// All units of the period, the most pressing first: overdue, returned, not yet, asked to
/// cooperate, then the others. Needs Right::see_plan.
struct Chase {
    Plan plan{};
    Period period{};
    std::vector<ChaseLine> lines{};
    Instant now{};
};
Result<Chase> chase(Work& work, const PlanId& plan, const PeriodId& period);

} // namespace tiendo::app
