#include "web/pages/plan_text.hpp"

#include "app/figure/figures.hpp"
#include "app/org/directory.hpp"
#include "app/plan/plans.hpp"
#include "app/task/tasks.hpp"
#include "base/text.hpp"
#include "web/pages/plan_paths.hpp"
#include "web/pages/plan_period.hpp"
#include "web/pages/scan_pages.hpp"
#include "web/views/figure_words.hpp"
#include "web/views/plan_addresses.hpp"
#include "web/views/status_tag.hpp"
#include "web/views/task_words.hpp"
#include "web/visit.hpp"

#include <map>
#include <optional>

namespace tiendo::web {
namespace {

/// What is seen of the plan in one moment; figures and tasks where a period is open and the person
/// may see them.
struct TextSeen {
    Plan plan{};
    PlanSource source{};
    UnitDirectory directory{};
    std::optional<app::PlanFigures> figures{};
    std::vector<app::TaskLine> tasks{};
};

/// Notes in the margin, by the line at which what they are about begins.
using Margin = std::map<int, view::List>;

Result<TextSeen> load(app::Work& work, const Request& request)
{
    const auto id = plan_in_path(request);
    TextSeen seen;
    seen.plan = TRY(app::plan_in_use(work, id));
    seen.source = TRY(load_plan_source(work, id));
    seen.directory = app::directory(work);
    if (!may(work.actor, Right::see_plan)) return seen;
    const auto period = TRY(asked_period(work, id, request));
    if (!period) return seen;
    seen.figures = TRY(app::figures(work, id, *period));
    seen.tasks = TRY(app::task_lines(work, id, *period)).lines;
    return seen;
}

void note(Margin& margin, int line, const std::string& path, std::string text, view::Markup tag)
{
    margin[line].emplace_back(view::Object{
        {"path", path},
        {"has_path", !path.empty()},
        {"text", std::move(text)},
        {"tag_markup", std::move(tag)},
        {"has_tag", true}
    });
}

void note(Margin& margin, int line, const std::string& path, std::string text)
{
    margin[line].emplace_back(view::Object{
        {"path", path}, {"has_path", !path.empty()}, {"text", std::move(text)}, {"has_tag", false}
    });
}

void note_figures(Margin& margin, const TextSeen& seen, const Wording& words)
{
    if (!seen.figures) return;
    const PlanAddresses addresses(seen.plan.id, seen.figures->period.id);
    for (const auto& row : seen.figures->rows) {
        note(
            margin,
            row.measure.lines.first,
            addresses.measure(row.measure.id),
            row.measure.id.str() + ": " +
                view::value_words(row.figure, row.measure, row.indicator, words),
            view::result_tag(row.judgement, words)
        );
    }
}

void note_tasks(Margin& margin, const TextSeen& seen, const Wording& words)
{
    if (!seen.figures) return;
    const PlanAddresses addresses(seen.plan.id, seen.figures->period.id);
    for (const auto& line : seen.tasks) {
        note(
            margin,
            line.task.lines.first,
            addresses.task(line.task.id),
            words.text("plan_text.task", {{"task", line.task.id}}),
            view::standing_tag(line.standing, words)
        );
    }
    for (const auto& task : seen.plan.tasks) {
        if (task.merged_into.empty()) continue;
        note(
            margin,
            task.lines.first,
            addresses.task(task.merged_into),
            words.text("plan_text.merged", {{"task", task.id}, {"into", task.merged_into}})
        );
    }
}

void note_duties(Margin& margin, const TextSeen& seen, const Wording& words)
{
    for (const auto& duty : seen.plan.duties) {
        std::vector<std::string> names;
        for (const auto& unit : duty.units)
            if (const auto* found = seen.directory.find(unit)) names.push_back(found->short_name);
        if (names.empty()) continue;
        note(
            margin,
            duty.lines.first,
            {},
            words.text("plan_text.duty", {{"units", join(names, ", ")}})
        );
    }
}

void note_report(Margin& margin, const TextSeen& seen, const Wording& words)
{
    if (!seen.figures || seen.plan.reports.empty()) return;
    const auto& period = seen.figures->period;
    note(
        margin,
        seen.plan.reports.front().lines.first,
        plan_path(seen.plan.id, "ky"),
        words.text("plan_text.deadline", {{"moment", words.moment(period.deadline)}})
    );
}

void note_decisions(Margin& margin, const TextSeen& seen, bool may_edit, const Wording& words)
{
    for (const auto& finding : seen.plan.findings) {
        if (finding.finding.severity == Severity::note) continue;
        const auto path =
            may_edit ? plan_path(seen.plan.id, "ra-soat#") + anchor_of("finding/" + finding.key)
                     : std::string();
        note(
            margin,
            finding.finding.lines.first,
            path,
            words.text(finding.decision ? "plan_text.decided" : "plan_text.to_decide")
        );
    }
}

view::List lines_of(const TextSeen& seen, Margin margin, const Wording& words)
{
    view::List lines;
    int page = 0;
    for (const auto& line : seen.source.lines) {
        if (trim(line.text).empty()) continue;
        auto notes = std::move(margin[line.number]);
        const bool has_notes = !notes.empty();
        const bool has_picture = has_page(seen.source, line.place.page);
        lines.emplace_back(view::Object{
            {"number", std::to_string(line.number)},
            {"text", line.text},
            {"page_begins", has_picture && line.place.page != page},
            {"page_path", has_picture ? page_picture_path(seen.source, line.place.page) : ""},
            {"page_caption", has_picture ? page_caption(seen.source, line.place.page, words) : ""},
            {"has_notes", has_notes},
            {"notes", std::move(notes)}
        });
        page = line.place.page;
    }
    return lines;
}

} // namespace

Result<Response> get_plan_text(Visit& visit, const Request& request)
{
    const auto seen = TRY(visit.read([&](app::Work& work) { return load(work, request); }));
    const auto& words = visit.words;
    const bool may_edit = may(visit.actor, Right::edit_plan);
    Margin margin;
    note_figures(margin, seen, words);
    note_tasks(margin, seen, words);
    note_duties(margin, seen, words);
    note_report(margin, seen, words);
    note_decisions(margin, seen, may_edit, words);
    auto lines = lines_of(seen, std::move(margin), words);
    const bool has_lines = !lines.empty();
    return html(visit.page(
        "plan_text",
        {{"title", words.text("plan_text.title")},
         {"plan_title", seen.plan.head.title},
         {"has_lines", has_lines},
         {"lines", std::move(lines)},
         {"has_figures", seen.figures.has_value()},
         {"period", seen.figures ? words.period(seen.figures->period.id) : std::string()},
         {"may_edit", may_edit},
         {"review_path", plan_path(seen.plan.id, "ra-soat")}}
    ));
}

} // namespace tiendo::web
