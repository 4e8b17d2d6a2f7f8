#pragma once

#include "app/work.hpp"
#include "domain/form/form.hpp"
#include "domain/report/task_count.hpp"

#include <map>
#include <string>
#include <vector>

namespace tiendo::app {

/// What one unit has submitted of a task that it leads or supports.
struct TaskShare {
    UnitId unit{};
    Part part = Part::lead;
    bool is_reported = false;
    TaskAnswer answer{}; ///< as if nothing were begun, where it is not reported
    TaskStanding standing = TaskStanding::under_way;
};

/// One task with what its leads have submitted of it.
struct TaskLine {
    Task task{};
    std::optional<Date> due{};
    TaskStanding standing = TaskStanding::under_way; ///< of all leads together
    bool is_reported = false;                        ///< at least one lead has submitted
    std::string result{};
    std::string difficulty{};
    std::vector<TaskShare> shares{}; ///< leads, then supporting units; each tracked by itself
};

struct TaskLines {
    Plan plan{};
    Period period{};
    std::vector<TaskLine> lines{}; ///< merged tasks left out
    Date today{};
};

/// Needs Right::see_plan. Drafts do not count, nor what was returned or withdrawn.
Result<TaskLines> task_lines(Work& work, const PlanId& plan, const PeriodId& period);

/// Giao, đến hạn, hoàn thành, quá hạn: of each unit over the tasks that it leads, in the order of
/// the first task, and of each objective over its tasks.
struct TaskCounts {
    std::vector<std::pair<UnitId, TaskCount>> by_unit{};
    std::vector<std::pair<std::string, TaskCount>> by_objective{};
};
TaskCounts count_tasks(const TaskLines& tasks);

/// One version of a report in which a unit said something new of a task.
struct TaskEvent {
    UnitId unit{};
    int version = 0;
    Instant at{};
    std::string by{}; ///< the person's name
    TaskAnswer answer{};
};

/// One task with its history, the newest first. Needs Right::see_plan; refuses a task that there is
/// not.
struct TaskStory {
    TaskLines all{};
    TaskLine line{};
    std::vector<TaskEvent> events{};
};
Result<TaskStory>
task_story(Work& work, const PlanId& plan, const PeriodId& period, const std::string& task);

/// The office's assignment of several tasks at once: all of it or none. What is empty stays as it
/// is. Needs Right::edit_plan.
struct Assignment {
    std::vector<std::string> tasks{};
    std::vector<UnitId> lead{}; ///< all members of a group, where one leads: each is tracked
    std::vector<UnitId> with{};
    std::string due{};
    std::string product{};
};
Result<Done> assign_tasks(Work& work, const PlanId& plan, const Assignment& assignment);

/// The missing annex made anew, as .docx. Needs Right::see_plan.
Result<std::string> assignment_docx(Work& work, const PlanId& plan);

} // namespace tiendo::app
