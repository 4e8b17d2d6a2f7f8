#include "web/pages/form.hpp"

#include "web/error_page.hpp"
#include "web/gate.hpp"
#include "web/pages/form_view.hpp"
#include "web/pages/report_view.hpp"
#include "web/percent.hpp"

namespace tiendo::web {
namespace {

Result<ReportPage> load(Visit& visit, const Request& request)
{
    return visit.read([&](app::Work& work) { return load_report_page(work, report_named(request)); }
    );
}

Response shown(const ReportPage& page, const SavingOutcome& outcome, int status, Visit& visit)
{
    return html(visit.page("form", form_view(page, outcome, visit)), status);
}

/// The whole form could not be saved (another tab has just submitted it): all stays as typed.
Response refused(
    const ReportPage& page, const std::vector<PostedItem>& items, const Error& error, Visit& visit
)
{
    SavingOutcome outcome;
    for (const auto& item : items)
        if (item.was_changed()) outcome.unsaved[item.item] = item;
    outcome.problems = error.problems;
    return shown(page, outcome, status_of(error.kind), visit);
}

/// Conflicts and what cannot be kept, in the words of the list at the top of the page.
void add_problems(SavingOutcome& outcome, const ReportPage& page)
{
    for (const auto& [item, conflict] : outcome.conflicts)
        outcome.problems.push_back(
            {"conflict.changed_meanwhile", {{"person", conflict.person}}, item + "/conflict"}
        );
    for (const auto& [item, posted] : outcome.unsaved)
        outcome.problems.insert(
            outcome.problems.end(), posted.problems.begin(), posted.problems.end()
        );
    const auto faults = faults_of(page.report);
    outcome.problems.insert(outcome.problems.end(), faults.begin(), faults.end());
}

/// Where the pressed button leads: on to the check, or back to the place in the form.
std::string next_path(const app::ReportOf& of, std::string_view action)
{
    const auto path = report_path(of);
    if (action == "check") return path + "/kiem-tra";
    if (action.starts_with("rows/")) {
        const std::string table(action.substr(5));
        return path + "?bang=" + percent_encode(table) + "#activity/" + table;
    }
    if (action.starts_with("take/")) {
        const auto taken = action.substr(5);
        return path + "#" + std::string(taken.substr(0, taken.find('/')));
    }
    return path;
}

} // namespace

Result<Response> get_form(Visit& visit, const Request& request)
{
    const auto page = TRY(load(visit, request));
    const auto why = why_closed(page, visit.words);
    if (!why.empty()) return html(visit.page("report", report_view(page, why, visit)));
    SavingOutcome outcome;
    outcome.opened_table = request.query["bang"];
    return shown(page, outcome, 200, visit);
}

Result<Response> post_form(Visit& visit, const Request& request)
{
    const auto of = report_named(request);
    const auto before = TRY(load(visit, request));
    const auto items = posted_items(request.form, before.report, visit.words);
    auto saved = visit.write([&](app::Work& work) -> Result<SavingOutcome> {
        const auto report = TRY(app::unit_report(work, of));
        return save_items(work, report, items);
    });
    if (!saved) return refused(before, items, saved.error(), visit);
    auto outcome = std::move(saved).value();
    const auto page = TRY(load(visit, request));
    add_problems(outcome, page);
    if (outcome.is_clean()) {
        const auto action = request.form["action"];
        auto onwards = see_other(next_path(of, action));
        return action == "save" ? with_notice(std::move(onwards), "entry.kept") : onwards;
    }
    return shown(page, outcome, outcome.conflicts.empty() ? 422 : 409, visit);
}

} // namespace tiendo::web
