#pragma once

#include "domain/report/consolidated_report.hpp"
#include "domain/report/task_count.hpp"

#include <string>
#include <vector>

namespace tiendo {

/// What one unit says of a task or duty.
struct UnitAnswer {
    UnitId unit{};
    TaskAnswer answer{};
};

/// A task with what its units have said, and where it stands.
struct ReportedTask {
    const Task* task = nullptr;
    std::vector<UnitAnswer> leads{};    ///< those who have answered
    std::vector<UnitAnswer> supports{}; ///< likewise
    std::optional<Date> due{};
    TaskStanding standing = TaskStanding::under_way;
};

/// In the order of the plan, merged ones left out.
std::vector<ReportedTask> reported_tasks(const ReportMaterial& material);

TaskCount
count_tasks(const std::vector<ReportedTask>& tasks, Date today, const std::string& objective = {});

/// What one unit did of a duty that the plan's closing part gives it.
struct ReportedDuty {
    const Duty* duty = nullptr;
    UnitId unit{};
    /// What it said of each clause, by the clause's number: {"7.2", "Đã bố trí …"}.
    std::vector<std::pair<std::string, std::string>> results{};
    bool is_finished = false;
    bool is_overdue = false; ///< the plan's last day has passed and it is not finished
};
/// By duty, then in the order of the period's units. Those who report separately are left out.
std::vector<ReportedDuty> reported_duties(const ReportMaterial& material);

} // namespace tiendo
