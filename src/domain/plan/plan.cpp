#include "domain/plan/plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace tiendo {
namespace {

/// A clerk can go on with the others; these make a verdict or a form impossible.
const std::set<std::string> blocking_codes{
    "ratio_malformed",
    "rate_not_reduced",
    "target_not_increased",
    "percent_over_100",
    "baseline_inconsistent",
    "annex_missing",
    "date_invalid"
};

bool has_supplier(const Measure& measure)
{
    return !measure.suppliers.empty() || !measure.no_source.empty();
}

void ask_about(const Measure& measure, std::vector<Question>& questions)
{
    const auto ask = [&](const char* key, const char* field, bool blocking) {
        questions.push_back(
            {key, fmt::format("measure/{}/{}", measure.id.str(), field), measure.id.str(), blocking}
        );
    };
    if (!has_supplier(measure)) ask("question.measure_without_supplier", "suppliers", true);
    if (measure.indicator.empty()) ask("question.measure_without_indicator", "indicator", true);
    const bool about = measure.quantity && measure.quantity->comparator == Comparator::about;
    if (about && !measure.tolerance && measure.not_judged.empty()) {
        ask("question.about_without_tolerance", "tolerance", true);
    }
    const bool falls = measure.quantity && measure.quantity->change.has_value();
    if (falls && !measure.quantity->baseline)
        ask("question.change_without_baseline", "baseline", false);
}

} // namespace

std::string finding_key(const Finding& finding)
{
    return fmt::format("{}@{}", finding.code, finding.lines.first);
}

const Measure* Plan::measure(const MeasureId& wanted) const
{
    const auto found = std::ranges::find(measures, wanted, &Measure::id);
    return found == measures.end() ? nullptr : &*found;
}

const Task* Plan::task(const std::string& wanted) const
{
    const auto found = std::ranges::find(tasks, wanted, &Task::id);
    return found == tasks.end() ? nullptr : &*found;
}

std::vector<const Task*> Plan::active_tasks() const
{
    std::vector<const Task*> result;
    for (const auto& task : tasks) {
        if (task.merged_into.empty()) result.push_back(&task);
    }
    return result;
}

std::vector<Question> open_questions(const Plan& plan)
{
    std::vector<Question> questions;
    for (const auto& measure : plan.measures)
        ask_about(measure, questions);
    for (const auto* task : plan.active_tasks()) {
        if (task->lead.empty()) {
            questions.push_back(
                {"question.task_without_lead", "task/" + task->id + "/lead", task->id, false}
            );
        }
    }
    for (const auto& duty : plan.duties) {
        if (duty.units.empty()) {
            questions.push_back(
                {"question.duty_without_unit", "duty/" + duty.id + "/units", duty.id, false}
            );
        }
    }
    std::ranges::stable_partition(questions, &Question::blocking);
    return questions;
}

bool is_ready(const Plan& plan)
{
    const bool undecided = std::ranges::any_of(plan.findings, [](const PlanFinding& finding) {
        return finding.blocking && !finding.decision;
    });
    return !undecided && std::ranges::none_of(open_questions(plan), &Question::blocking);
}

bool is_blocking(const Finding& finding)
{
    return finding.severity == Severity::error && blocking_codes.contains(finding.code);
}

} // namespace tiendo
