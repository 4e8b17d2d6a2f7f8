#include "domain/report/task_count.hpp"

#include <algorithm>

namespace tiendo {

TaskStanding
standing_of(const std::vector<TaskAnswer>& leads, const std::optional<Date>& due, Date today)
{
    const bool is_finished =
        !leads.empty() && std::ranges::all_of(leads, [](const TaskAnswer& answer) {
            return answer.state == TaskState::finished;
        });
    if (!is_finished) return due && *due < today ? TaskStanding::overdue : TaskStanding::under_way;
    const bool is_late = due && std::ranges::any_of(leads, [&](const TaskAnswer& answer) {
                             return answer.done_on && *answer.done_on > *due;
                         });
    return is_late ? TaskStanding::late : TaskStanding::on_time;
}

std::optional<Date> due_of(const Task& task, const Plan& plan)
{
    return task.due ? task.due : plan.head.period_to;
}

void TaskCount::add(TaskStanding standing, const std::optional<Date>& day, Date today)
{
    ++assigned;
    if (day && *day <= today) ++due;
    switch (standing) {
    case TaskStanding::on_time:
        ++on_time;
        break;
    case TaskStanding::late:
        ++late;
        break;
    case TaskStanding::under_way:
        ++under_way;
        break;
    case TaskStanding::overdue:
        ++overdue;
        break;
    }
}

void TaskCount::add(const TaskCount& other)
{
    assigned += other.assigned;
    due += other.due;
    on_time += other.on_time;
    late += other.late;
    under_way += other.under_way;
    overdue += other.overdue;
}

} // namespace tiendo
