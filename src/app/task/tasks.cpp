#include "app/task/tasks.hpp"

#include "app/org/directory.hpp"
#include "app/period/periods.hpp"
#include "app/plan/plans.hpp"
#include "app/report/report_records.hpp"

#include <algorithm>

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

class LineMaker {
public:
    LineMaker(const Plan& plan, const CountedAnswers& answers, Date today)
        : plan_(plan), answers_(answers), today_(today)
    {
    }

    TaskLine line_of(const Task& task) const
    {
        TaskLine line;
        line.task = task;
        line.due = due_of(task, plan_);
        std::vector<TaskAnswer> said;
        for (const auto& unit : task.lead) {
            auto share = share_of(line, unit, Part::lead);
            line.is_reported = line.is_reported || share.is_reported;
            if (line.result.empty()) line.result = share.answer.result;
            if (line.difficulty.empty()) line.difficulty = share.answer.difficulty;
            said.push_back(share.answer);
            line.shares.push_back(std::move(share));
        }
        line.standing = standing_of(said, line.due, today_);
        for (const auto& unit : task.with)
            line.shares.push_back(share_of(line, unit, Part::support));
        return line;
    }

private:
    TaskShare share_of(const TaskLine& line, const UnitId& unit, Part part) const
    {
        TaskShare share;
        share.unit = unit;
        share.part = part;
        const auto of_unit = answers_.find(unit);
        if (of_unit != answers_.end()) {
            const auto found = of_unit->second.find(line.task.id);
            share.is_reported = found != of_unit->second.end();
            if (share.is_reported) share.answer = found->second;
        }
        share.standing = standing_of({share.answer}, line.due, today_);
        return share;
    }

    const Plan& plan_;
    const CountedAnswers& answers_;
    Date today_;
};

template <class Key>
TaskCount& count_of(std::vector<std::pair<Key, TaskCount>>& counts, const Key& key)
{
    const auto found = std::ranges::find(counts, key, &std::pair<Key, TaskCount>::first);
    if (found != counts.end()) return found->second;
    return counts.emplace_back(key, TaskCount{}).second;
}

/// What the unit said of the task, version by version, as long as it said something new.
Result<Done>
add_events(Work& work, std::vector<TaskEvent>& events, const ReportOf& of, const std::string& task)
{
    std::optional<TaskAnswer> last;
    for (const auto& record : work.kept.submissions().versions(TRY(key_of(of)))) {
        const auto submission = submission_from(record);
        const auto found = submission.answers.tasks.find(task);
        if (found == submission.answers.tasks.end() || last == found->second) continue;
        last = found->second;
        events.push_back(
            {of.unit,
             submission.version,
             submission.at,
             person_named(work, submission.author),
             found->second}
        );
    }
    return done;
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
    const LineMaker maker(result.plan, answers, result.today);
    for (const auto* task : result.plan.active_tasks())
        result.lines.push_back(maker.line_of(*task));
    return result;
}

TaskCounts count_tasks(const TaskLines& tasks)
{
    TaskCounts counts;
    for (const auto& line : tasks.lines) {
        count_of(counts.by_objective, line.task.objective)
            .add(line.standing, line.due, tasks.today);
        for (const auto& share : line.shares)
            if (share.part == Part::lead)
                count_of(counts.by_unit, share.unit).add(share.standing, line.due, tasks.today);
    }
    return counts;
}

Result<TaskStory>
task_story(Work& work, const PlanId& plan, const PeriodId& period, const std::string& task)
{
    TaskStory story;
    story.all = TRY(task_lines(work, plan, period));
    const auto found = std::ranges::find_if(story.all.lines, [&](const TaskLine& line) {
        return line.task.id == task;
    });
    if (found == story.all.lines.end())
        return refuse(Refusal::not_found, "plan.unknown_task", {{"task", task}});
    story.line = *found;
    for (const auto& share : story.line.shares)
        TRY(add_events(work, story.events, {plan, period, share.unit}, task));
    std::ranges::stable_sort(story.events, std::ranges::greater{}, &TaskEvent::at);
    return story;
}

} // namespace tiendo::app
