#include "app/task/tasks.hpp"

#include "app/period/periods.hpp"
#include "app/plan/plans.hpp"
#include "app/report/report_records.hpp"

#include <map>

namespace tiendo::app {
namespace {

using CountedAnswers = std::map<UnitId, std::map<std::string, TaskAnswer>>;

Result<CountedAnswers> counted_answers(Work& work, const PlanId& plan, const Period& period)
{
    CountedAnswers answers;
    for (const auto& unit : period.units) {
        const ReportOf of{plan, period.id, unit};
        if (!counts(TRY(kept_state(work, of)).state.stage)) continue;
        const auto newest = work.kept.submissions().newest(TRY(key_of(of)));
        if (newest) answers[unit] = submission_from(*newest).answers.tasks;
    }
    return answers;
}

TaskLine line_of(const Task& task, const Plan& plan, const CountedAnswers& answers, Date today)
{
    TaskLine line;
    line.task = task;
    line.due = due_of(task, plan);
    std::vector<TaskAnswer> said;
    for (const auto& unit : task.lead) {
        TaskAnswer answer;
        const auto of_unit = answers.find(unit);
        if (of_unit != answers.end()) {
            const auto found = of_unit->second.find(task.id);
            if (found != of_unit->second.end()) {
                answer = found->second;
                line.is_reported = true;
            }
        }
        if (line.result.empty()) line.result = answer.result;
        if (line.difficulty.empty()) line.difficulty = answer.difficulty;
        said.push_back(std::move(answer));
    }
    line.standing = standing_of(said, line.due, today);
    return line;
}

} // namespace

Result<TaskLines> task_lines(Work& work, const PlanId& plan, const PeriodId& period)
{
    TRY(require(work, Right::see_plan));
    TaskLines result;
    result.plan = TRY(plan_in_use(work, plan));
    result.period = TRY(period_of(work, plan, period));
    result.today = local_time(work.now).day;
    const auto answers = TRY(counted_answers(work, plan, result.period));
    for (const auto* task : result.plan.active_tasks())
        result.lines.push_back(line_of(*task, result.plan, answers, result.today));
    return result;
}

} // namespace tiendo::app
