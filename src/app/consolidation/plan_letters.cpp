#include "app/consolidation/plan_letters.hpp"

#include "app/org/directory.hpp"
#include "app/plan/plan_source.hpp"
#include "app/plan/plans.hpp"
#include "documents/writing/official_words.hpp"
#include "documents/writing/write_docx.hpp"
#include "domain/letter/plan_letters.hpp"

namespace tiendo::app {
namespace {

Result<PlanLetter> letter_about(Work& work, const PlanId& id)
{
    TRY(require(work, Right::see_plan));
    PlanLetter letter;
    letter.plan = TRY(plan_in_use(work, id));
    for (auto& line : TRY(plan_source(work, id)))
        letter.lines[line.number] = std::move(line.text);
    for (const auto& change : TRY(plan_changes(work, id))) {
        const auto account = work.kept.accounts().get(change.by);
        if (account) letter.people[change.by] = account->name;
    }
    letter.setup = propose_setup(letter.plan, directory(work), documents::official_words);
    if (pinned_time(work.kept)) letter.mark = documents::official_words("report.sample_mark");
    return letter;
}

} // namespace

Result<std::string> contradiction_letter_docx(Work& work, const PlanId& plan)
{
    const auto letter = TRY(letter_about(work, plan));
    if (contradictions(letter.plan).empty())
        return refuse(Refusal::conflict, "plan_letter.nothing_to_ask");
    return documents::write_docx(contradiction_letter(letter, documents::official_words));
}

Result<std::string> reading_table_docx(Work& work, const PlanId& plan)
{
    const auto letter = TRY(letter_about(work, plan));
    return documents::write_docx(reading_table(letter, documents::official_words));
}

} // namespace tiendo::app
