#include "app/chase/chases.hpp"

#include "app/org/directory.hpp"
#include "app/period/periods.hpp"
#include "app/plan/plans.hpp"

#include <algorithm>
#include <array>

namespace tiendo::app {
namespace {

constexpr std::array pressing_first{
    Standing::overdue,
    Standing::returned,
    Standing::not_yet,
    Standing::cooperating,
    Standing::submitted,
    Standing::accepted,
    Standing::separate,
    Standing::excluded,
};

std::string measure_title(const Plan& plan, const IndicatorLibrary& indicators, const MeasureId& id)
{
    const auto* measure = plan.measure(id);
    if (measure == nullptr) return {};
    const auto* indicator = indicators.find(measure->indicator);
    return indicator == nullptr ? measure->title : indicator->name;
}

/// The first sentence says enough to know which duty is meant.
std::string duty_title(const Plan& plan, const std::string& id)
{
    const auto found = std::ranges::find(plan.duties, id, &Duty::id);
    if (found == plan.duties.end() || found->clauses.empty()) return {};
    const auto& clause = found->clauses.front();
    const auto end = clause.find(". ");
    return end == std::string::npos ? clause : clause.substr(0, end + 1);
}

/// Sorts the names of missing rows ("3.2a", "task/3.4", "duty/7") with their titles.
void name_missing(ChaseLine& line, const Plan& plan, const IndicatorLibrary& indicators)
{
    for (const auto& name : line.report.completion.missing) {
        const auto slash = name.find('/');
        const auto id = name.substr(slash == std::string::npos ? 0 : slash + 1);
        if (name.starts_with("task/")) {
            const auto* task = plan.task(id);
            line.tasks.push_back({id, task == nullptr ? std::string() : task->text});
        } else if (name.starts_with("duty/")) {
            line.duties.push_back({id, duty_title(plan, id)});
        } else {
            line.measures.push_back({id, measure_title(plan, indicators, MeasureId(id))});
        }
    }
}

} // namespace

Result<Chase> chase(Work& work, const PlanId& plan, const PeriodId& period)
{
    Chase result;
    auto reports = TRY(report_lines(work, plan, period));
    result.plan = TRY(plan_in_use(work, plan));
    result.period = TRY(period_of(work, plan, period));
    result.now = work.now;
    const auto indicators = library(work);
    const auto units = directory(work);
    for (auto& report : reports) {
        ChaseLine line;
        if (const auto* unit = units.find(report.unit)) line.unit = *unit;
        line.standing = standing_of(report.state.stage, report.timing, line.unit.kind);
        line.report = std::move(report);
        if (is_awaited(line.standing)) name_missing(line, result.plan, indicators);
        result.lines.push_back(std::move(line));
    }
    std::ranges::stable_sort(result.lines, {}, [](const ChaseLine& line) {
        return std::ranges::find(pressing_first, line.standing) - pressing_first.begin();
    });
    return result;
}

} // namespace tiendo::app
