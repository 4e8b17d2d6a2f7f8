#include "base/text.hpp"
#include "domain/plan/changes_in_force.hpp"
#include "domain/plan/duty_clauses.hpp"
#include "domain/plan/measure_rows.hpp"
#include "domain/plan/plan.hpp"
#include "domain/plan/plan_fields.hpp"
#include "domain/plan/rejected_repairs.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tiendo {
namespace {

/// Whom a document means by names: the units of its own time, and those below its issuer first.
struct Namesakes {
    const UnitDirectory& directory;
    Date day{};
    UnitId issuer{};
};

std::vector<UnitId> units_named(const std::vector<std::string>& names, const Namesakes& known)
{
    std::vector<UnitId> result;
    for (const auto& name : names) {
        for (auto& id : known.directory.named(name, known.day, known.issuer)) {
            if (std::ranges::find(result, id) == result.end()) result.push_back(std::move(id));
        }
    }
    return result;
}

void take_targets(Plan& plan, const PlanReading& reading)
{
    for (const auto& read : reading.objectives) {
        Objective objective{read.id, read.title.value_or(""), {}};
        for (const auto& read_target : read.targets) {
            Target target{read_target.id, read_target.text, read_target.lines, {}};
            for (auto& measure : measures_of(read_target, read.id)) {
                target.measures.push_back(measure.id);
                plan.measures.push_back(std::move(measure));
            }
            objective.targets.push_back(std::move(target));
        }
        plan.objectives.push_back(std::move(objective));
    }
}

/// Bodies are looked up by their names as read: a misspelt name that a person keeps still means the
/// same body.
void take_tasks(
    Plan& plan,
    const PlanReading& as_written,
    const PlanReading& reading,
    const UnitDirectory& directory
)
{
    const Namesakes known{
        directory, day_of_names(reading.document), issuer_of(reading.document, directory)
    };
    for (std::size_t i = 0; i < reading.tasks.size(); ++i) {
        const auto& read = as_written.tasks[i];
        Task task;
        task.id = read.id;
        task.objective = read.objective.value_or("");
        task.group = read.group.value_or("");
        task.text = read.text;
        task.lines = read.lines;
        task.lead = units_named(reading.tasks[i].lead, known);
        task.with = units_named(reading.tasks[i].with, known);
        task.due = read.due;
        task.product = read.product.value_or("");
        plan.tasks.push_back(std::move(task));
    }
    for (std::size_t i = 0; i < reading.duties.size(); ++i) {
        const auto& read = as_written.duties[i];
        Duty duty;
        duty.id = fmt::format("{}", plan.duties.size() + 1);
        duty.names = read.units;
        duty.units = units_named(reading.duties[i].units, known);
        duty.clauses = duty_clauses(read.text);
        duty.lines = read.lines;
        plan.duties.push_back(std::move(duty));
    }
}

void take_findings(Plan& plan, const PlanReading& reading)
{
    for (const auto& finding : reading.findings) {
        plan.findings.push_back({finding_key(finding), finding, is_blocking(finding), std::nullopt}
        );
    }
}

void decide(Plan& plan, const std::string& key, const PlanChange& change)
{
    const auto found = std::ranges::find(plan.findings, key, &PlanFinding::key);
    if (found != plan.findings.end()) found->decision = change;
}

} // namespace

Date day_of_names(const DocumentHead& head)
{
    if (head.period_to) return *head.period_to;
    if (head.date) return *head.date;
    return date(9999, 12, 31);
}

UnitId issuer_of(const DocumentHead& head, const UnitDirectory& directory)
{
    for (const auto& id : directory.named(head.issuer, day_of_names(head)))
        if (directory.find(id)->kind == UnitKind::committee) return id;
    return {};
}

Result<Plan> plan_with_changes(
    PlanId id,
    const PlanReading& reading,
    const std::vector<PlanChange>& changes,
    const UnitDirectory& directory
)
{
    Plan plan;
    plan.id = std::move(id);
    const auto as_written = with_rejected_repairs(reading, changes);
    plan.head = as_written.document;
    plan.reports = as_written.reports;
    plan.events = as_written.events;
    plan.recipients = as_written.recipients;
    take_targets(plan, as_written);
    take_tasks(plan, as_written, reading, directory);
    take_findings(plan, reading);

    for (const auto& change : changes_in_force(changes)) {
        const auto path = parse_plan_path(change.path);
        if (!path) return refuse(Refusal::invalid, "plan_field.unknown", {{"field", change.path}});
        if (path->kind == "finding")
            decide(plan, path->id, change);
        else
            (void)TRY(set_plan_field(plan, *path, change.value));
        if (!change.finding.empty()) decide(plan, change.finding, change);
        plan.changed[change.path] = change;
    }
    return plan;
}

} // namespace tiendo
