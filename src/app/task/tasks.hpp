#pragma once

#include "app/work.hpp"
#include "domain/report/task_count.hpp"

#include <string>
#include <vector>

namespace tiendo::app {

/// One task with what its leads have submitted of it.
struct TaskLine {
    Task task{};
    std::optional<Date> due{};
    TaskStanding standing = TaskStanding::under_way;
    bool is_reported = false; ///< at least one lead has submitted
    std::string result{};
    std::string difficulty{};
};

struct TaskLines {
    Plan plan{};
    Period period{};
    std::vector<TaskLine> lines{}; ///< merged tasks left out
    Date today{};
};

/// Needs Right::see_plan. Drafts do not count, nor what was returned or withdrawn.
Result<TaskLines> task_lines(Work& work, const PlanId& plan, const PeriodId& period);

} // namespace tiendo::app
