#pragma once

#include "base/date.hpp"
#include "domain/form/answers.hpp"
#include "domain/plan/plan.hpp"

#include <optional>
#include <vector>

namespace tiendo {

/// Where a task stands on a day: its state and its date in one.
enum class TaskStanding {
    on_time,   ///< hoàn thành đúng hạn
    late,      ///< hoàn thành muộn
    under_way, ///< đang thực hiện, chưa đến hạn
    overdue,   ///< quá hạn
};

/// What the leads of a task have said. A task with several leads is finished when all of them have
/// finished; one without a due day falls due with its plan.
TaskStanding
standing_of(const std::vector<TaskAnswer>& leads, const std::optional<Date>& due, Date today);

/// The day by which a task is due: its own, else the last day of its plan.
std::optional<Date> due_of(const Task& task, const Plan& plan);

/// "Giao 24, đến hạn 18, hoàn thành đúng hạn 14, muộn 2, đang thực hiện 6, quá hạn 2".
struct TaskCount {
    int assigned = 0;
    int due = 0; ///< whose day has come, finished or not
    int on_time = 0;
    int late = 0;
    int under_way = 0;
    int overdue = 0;

    void add(TaskStanding standing, const std::optional<Date>& due, Date today);
    void add(const TaskCount& other);

    friend bool operator==(const TaskCount&, const TaskCount&) = default;
};

} // namespace tiendo
