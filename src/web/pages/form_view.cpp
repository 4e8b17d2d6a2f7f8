#include "web/pages/form_view.hpp"

#include "app/chase/report_links.hpp"
#include "app/report/draft_items.hpp"
#include "web/error_page.hpp"
#include "web/pages/form_parts.hpp"
#include "web/percent.hpp"

#include <algorithm>

namespace tiendo::web {
namespace {

view::List
narrative_list(const ReportPage& page, const SavingOutcome& outcome, const Wording& words)
{
    view::List list;
    for (const auto key_view : narrative_parts) {
        const std::string key(key_view);
        const auto item = "narrative/" + key;
        std::string text;
        if (const auto* over = typed_over(outcome, item)) {
            if (!over->body.empty()) text = app::narrative_from(over->body).value();
        } else if (const auto found = page.report.draft.narrative.find(key);
                   found != page.report.draft.narrative.end()) {
            text = found->second;
        }
        view::Object data;
        show_item(data, page, outcome, item, words);
        data.set("label", words.text("narrative." + key));
        data.set("text", text);
        list.emplace_back(std::move(data));
    }
    return list;
}

bool is_filled(const ReportPage& page, const MeasureId& id)
{
    return std::ranges::find(page.report.completion.missing, id.str()) ==
           page.report.completion.missing.end();
}

view::List
objective_list(const ReportPage& page, const SavingOutcome& outcome, const Wording& words)
{
    view::List list;
    int line = 0;
    for (const auto& group : rows_by_objective(page, words)) {
        view::List rows;
        int filled = 0;
        for (const auto* row : group.rows) {
            rows.emplace_back(cell_view(page, outcome, *row, line, words));
            filled += is_filled(page, row->measure.id) ? 1 : 0;
        }
        list.emplace_back(view::Object{
            {"id", group.id},
            {"objective", group.title},
            {"count", std::to_string(filled) + "/" + std::to_string(group.rows.size())},
            {"rows", std::move(rows)}
        });
    }
    return list;
}

/// "Trả lại" with the reason, and links to the cells that the reason names.
void show_return(view::Object& data, const ReportPage& page, const Wording& words)
{
    const auto& state = page.report.state;
    const bool is_returned = state.stage == Stage::returned && !state.reason.empty();
    data.set("has_return", is_returned);
    data.set("return_reason", state.reason);
    data.set(
        "return_title",
        words.text(
            page.unit.kind == UnitKind::commune ? "entry.returned" : "entry.completion_asked"
        )
    );
    view::List links;
    for (const auto& row : page.report.form.rows) {
        const auto id = row.measure.id.str();
        if (state.reason.find(id) == std::string::npos) continue;
        links.emplace_back(view::Object{
            {"href", "#" + id}, {"label", words.text("entry.go_to", {{"measure", id}})}
        });
    }
    data.set("return_links", std::move(links));
    data.set("has_leader_reason", !state.leader_reason.empty());
    data.set("leader_reason", state.leader_reason);
}

/// A unit's own people may keep its form on their machine; who came by a one-time link sits at any.
void show_keeping(view::Object& data, const ReportPage& page, const Visit& visit)
{
    const auto until = visit.words.moment(page.now);
    data.set("may_keep", visit.actor.unit == page.unit.id && !app::came_by_link(visit.actor));
    data.set("until", until);
    data.set("kept_line", visit.words.text("offline.line", {{"time", until}}));
    data.set("sign_in_path", "/dang-nhap?tiep=" + percent_encode(report_path(page.report.of)));
}

/// A part is open while it holds something to do, and where something could not be saved.
void show_parts(
    view::Object& data, const ReportPage& page, const SavingOutcome& outcome, const Wording& words
)
{
    const auto parts = form_parts(page.report, words);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto name = "part_" + std::to_string(i + 1);
        data.set(name, parts[i].count);
        data.set(name + "_open", parts[i].has_work || is_troubled(outcome, i));
    }
}

} // namespace

const PostedItem* typed_over(const SavingOutcome& outcome, const std::string& item)
{
    if (const auto found = outcome.unsaved.find(item); found != outcome.unsaved.end())
        return &found->second;
    if (const auto found = outcome.conflicts.find(item); found != outcome.conflicts.end())
        return &found->second.mine;
    return nullptr;
}

view::Object form_view(const ReportPage& page, const SavingOutcome& outcome, const Visit& visit)
{
    const auto& words = visit.words;
    view::Object data;
    data.set(
        "title",
        words.text(
            "entry.title",
            {{"unit", page.unit.name}, {"period", words.period(page.report.of.period)}}
        )
    );
    show_report_head(data, page, visit);
    show_return(data, page, words);
    data.set("drafts_path", drafts_path(page.report.of));
    show_keeping(data, page, visit);
    // The script fills in the counts.
    data.set(
        "pasted",
        words.text(
            "entry.pasted",
            {{"filled", "{filled}"}, {"skipped", "{skipped}"}, {"invalid", "{invalid}"}}
        )
    );
    auto objectives = objective_list(page, outcome, words);
    data.set("has_measures", !objectives.empty());
    data.set("objectives", std::move(objectives));
    show_tasks(data, page, outcome, words);
    auto duties = duty_list(page, outcome, words);
    data.set("has_duties", !duties.empty());
    data.set("duties", std::move(duties));
    show_activities(data, page, outcome, words);
    data.set("narratives", narrative_list(page, outcome, words));
    show_parts(data, page, outcome, words);
    const auto saved = page.report.draft.saved_at;
    data.set("has_saved", saved.has_value());
    data.set("saved", saved ? words.text("entry.saved_at", {{"time", words.moment(*saved)}}) : "");
    data.set("is_estimated", page.report.period.closes_after_deadline());
    if (!outcome.problems.empty())
        show_problems(data, {Refusal::invalid, outcome.problems}, words);
    else
        data.set("has_problems", false);
    return data;
}

} // namespace tiendo::web
