#include "web/pages/form_saving.hpp"

#include "app/org/directory.hpp"

namespace tiendo::web {

Result<SavingOutcome>
save_items(app::Work& work, const app::UnitReport& report, const std::vector<PostedItem>& items)
{
    SavingOutcome outcome;
    for (const auto& posted : items) {
        if (!posted.was_changed() || posted.choice == "theirs") continue;
        if (!posted.problems.empty()) {
            outcome.unsaved[posted.item] = posted;
            continue;
        }
        if (posted.body == kept_body(report, posted.item)) continue;
        app::NewItem item;
        item.item = posted.item;
        item.body = posted.body.empty() ? emptied_body(posted.item) : posted.body;
        item.revision = posted.choice == "mine" ? posted.their_revision : posted.revision;
        auto saved = TRY(app::save_item(work, report.of, item));
        if (saved.saved) continue;
        auto person = app::person_named(work, saved.by);
        outcome.conflicts[posted.item] = {posted, std::move(saved), std::move(person)};
    }
    return outcome;
}

std::vector<Problem> faults_of(const app::UnitReport& report)
{
    std::vector<Problem> faults;
    for (const auto& remark : report.draft.remarks()) {
        if (remark.weight == Weight::error && remark.problem.key != "cell.incomplete")
            faults.push_back(remark.problem);
    }
    return faults;
}

} // namespace tiendo::web
