#include "app/consolidation/consolidated_reports.hpp"
#include "app/org/directory.hpp"
#include "app/plan/plans.hpp"
#include "app/task/tasks.hpp"
#include "base/text.hpp"
#include "documents/writing/official_words.hpp"
#include "documents/writing/write_docx.hpp"
#include "domain/letter/assignment_annex.hpp"

namespace tiendo::app {
namespace {

std::string list_of(const std::vector<UnitId>& units)
{
    std::vector<std::string> ids;
    for (const auto& unit : units)
        ids.push_back(unit.str());
    return join(ids, "; ");
}

} // namespace

Result<Done> assign_tasks(Work& work, const PlanId& plan, const Assignment& assignment)
{
    if (assignment.tasks.empty()) return refuse(Refusal::invalid, "assignment.no_tasks");
    const std::pair<const char*, std::string> fields[] = {
        {"lead", list_of(assignment.lead)},
        {"with", list_of(assignment.with)},
        {"due", squeeze(assignment.due)},
        {"product", squeeze(assignment.product)}
    };
    std::vector<NewChange> changes;
    for (const auto& task : assignment.tasks)
        for (const auto& [field, value] : fields)
            if (!value.empty()) changes.push_back({"task/" + task + "/" + field, value, {}, {}});
    if (changes.empty()) return refuse(Refusal::invalid, "assignment.nothing");
    return change_plan(work, plan, changes);
}

Result<std::string> assignment_docx(Work& work, const PlanId& plan_id)
{
    TRY(require(work, Right::see_plan));
    const auto plan = TRY(plan_in_use(work, plan_id));
    const auto units = directory(work);
    const auto setup = propose_setup(plan, units, documents::official_words);
    auto letter = assignment_annex(plan, units, setup, documents::official_words);
    if (pinned_time(work.kept)) letter.mark = documents::official_words("report.sample_mark");
    return documents::write_docx(letter);
}

} // namespace tiendo::app
