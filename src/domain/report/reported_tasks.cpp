#include "domain/report/reported_tasks.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace tiendo {
namespace {

const ReportedUnit* reported_unit(const ReportMaterial& material, const UnitId& unit)
{
    const auto found = std::ranges::find(material.units, unit, &ReportedUnit::unit);
    return found == material.units.end() ? nullptr : &*found;
}

std::vector<UnitAnswer> answers_of(
    const std::vector<UnitId>& units, const std::string& task, const ReportMaterial& material
)
{
    std::vector<UnitAnswer> answers;
    for (const auto& unit : units) {
        const auto* reported = reported_unit(material, unit);
        if (reported == nullptr) continue;
        const auto found = reported->answers.tasks.find(task);
        if (found != reported->answers.tasks.end()) answers.push_back({unit, found->second});
    }
    return answers;
}

Date today_of(const ReportMaterial& material)
{
    return local_time(material.now).day;
}

/// A duty's answers hang on its number, or on its clauses ("7.2").
bool is_of_duty(const std::string& key, const std::string& duty)
{
    return key == duty || key.starts_with(duty + ".");
}

ReportedDuty duty_of(const Duty& duty, const ReportedUnit& reported, const ReportMaterial& material)
{
    ReportedDuty result;
    result.duty = &duty;
    result.unit = reported.unit;
    bool all_finished = true;
    bool answered = false;
    for (const auto& [key, answer] : reported.answers.duties) {
        if (!is_of_duty(key, duty.id)) continue;
        answered = true;
        all_finished = all_finished && answer.state == TaskState::finished;
        const auto said = squeeze(answer.result);
        if (!said.empty()) result.results.emplace_back(key, said);
    }
    result.is_finished = answered && all_finished;
    const auto& last_day = material.plan.head.period_to;
    result.is_overdue = !result.is_finished && last_day && *last_day < today_of(material);
    return result;
}

} // namespace

std::vector<ReportedTask> reported_tasks(const ReportMaterial& material)
{
    std::vector<ReportedTask> tasks;
    for (const auto* task : material.plan.active_tasks()) {
        ReportedTask reported;
        reported.task = task;
        reported.leads = answers_of(task->lead, task->id, material);
        reported.supports = answers_of(task->with, task->id, material);
        reported.due = due_of(*task, material.plan);
        std::vector<TaskAnswer> said;
        for (const auto& unit : task->lead) {
            const auto found = std::ranges::find(reported.leads, unit, &UnitAnswer::unit);
            said.push_back(found == reported.leads.end() ? TaskAnswer{} : found->answer);
        }
        reported.standing = standing_of(said, reported.due, today_of(material));
        tasks.push_back(std::move(reported));
    }
    return tasks;
}

TaskCount
count_tasks(const std::vector<ReportedTask>& tasks, Date today, const std::string& objective)
{
    TaskCount count;
    for (const auto& reported : tasks) {
        if (objective.empty() || reported.task->objective == objective)
            count.add(reported.standing, reported.due, today);
    }
    return count;
}

std::vector<ReportedDuty> reported_duties(const ReportMaterial& material)
{
    std::vector<ReportedDuty> duties;
    for (const auto& duty : material.plan.duties) {
        for (const auto& reported : material.units) {
            const bool separate =
                reported.state.stage == Stage::separate || reported.state.stage == Stage::excluded;
            if (separate || !duty.units.contains(reported.unit)) continue;
            duties.push_back(duty_of(duty, reported, material));
        }
    }
    return duties;
}

} // namespace tiendo
