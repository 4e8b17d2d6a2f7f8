#include "web/pages/report_pages.hpp"

#include "app/org/directory.hpp"
#include "app/plan/plans.hpp"
#include "app/quality/data_quality.hpp"
#include "app/report/evidence.hpp"
#include "app/report/leader_acts.hpp"
#include "domain/access/access.hpp"
#include "web/percent.hpp"
#include "web/views/status_tag.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tiendo::web {

app::ReportOf report_named(const Request& request)
{
    return {
        PlanId(std::string(request.path_parameters["plan"])),
        PeriodId(std::string(request.path_parameters["period"])),
        UnitId(std::string(request.path_parameters["unit"]))
    };
}

std::string report_path(const app::ReportOf& of)
{
    return fmt::format(
        "/ke-hoach/{}/bao-cao/{}/{}",
        percent_encode(of.plan.str()),
        percent_encode(of.unit.str()),
        percent_encode(of.period.str())
    );
}

std::string evidence_path(const app::ReportOf& of, std::string_view item)
{
    const auto path = report_path(of) + "/minh-chung";
    return item.empty() ? path : path + "?muc=" + percent_encode(item);
}

std::string drafts_path(const app::ReportOf& of)
{
    return fmt::format(
        "/api/v1/drafts/{}/{}/{}/items/",
        percent_encode(of.plan.str()),
        percent_encode(of.period.str()),
        percent_encode(of.unit.str())
    );
}

Result<ReportPage> load_report_page(app::Work& work, const app::ReportOf& of)
{
    ReportPage page;
    page.report = TRY(app::unit_report(work, of));
    page.plan = TRY(app::plan_in_use(work, of.plan));
    page.last_year = TRY(app::report_of_last_year(work, of));
    for (const auto& file : TRY(app::evidence_of(work, of)))
        ++page.evidence[file.item];
    const auto units = app::directory(work);
    if (const auto* unit = units.find(of.unit)) page.unit = *unit;
    page.may_enter = may(work.actor, Right::enter_report, of.unit);
    if (page.may_enter) page.way_out = TRY(app::way_out_of(work, page.plan, of));
    if (page.may_enter) page.questions = TRY(app::questions_at_entry(work, page.report));
    page.may_decide = may(work.actor, Right::approve_entry, of.unit);
    if (page.report.state.presented)
        page.presenter = app::person_named(work, page.report.state.presented->by);
    page.may_review = may(work.actor, Right::review_reports, of.unit);
    page.now = work.now;
    return page;
}

std::string countdown_words(const app::UnitReport& report, const Unit& unit, const Wording& words)
{
    if (has_reported(report.state.stage)) return {};
    const Messages::Args days{{"days", std::to_string(report.timing.days)}};
    switch (report.timing.timeliness) {
    case Timeliness::overdue:
        if (!unit.is_subordinate()) return words.text("countdown.awaited");
        return words.text("countdown.overdue", days);
    case Timeliness::due_today:
        return words.text("countdown.today");
    case Timeliness::not_due:
    case Timeliness::due_soon:
        return words.text("countdown.left", days);
    case Timeliness::on_time:
    case Timeliness::late:
        return {};
    }
    return {};
}

void show_report_head(view::Object& data, const ReportPage& page, const Visit& visit)
{
    const auto& report = page.report;
    const auto& words = visit.words;
    const auto path = report_path(report.of);
    data.set("path", path);
    data.set("unit", page.unit.name);
    data.set("unit_short", page.unit.short_name);
    data.set("period", words.period(report.of.period));
    data.set("plan_title", page.plan.head.title);
    data.set(
        "list_path", "/ke-hoach/" + report.of.plan.str() + "/bao-cao?ky=" + report.of.period.str()
    );
    int files = 0;
    for (const auto& [item, count] : page.evidence)
        files += count;
    data.set(
        "questions_path",
        "/ke-hoach/" + report.of.plan.str() + "/hoi-so-lieu?ky=" + report.of.period.str()
    );
    data.set("evidence_page", evidence_path(report.of));
    data.set("all_files", std::to_string(files));
    data.set("deadline", words.moment(report.state.own_deadline.value_or(report.period.deadline)));
    data.set("window_from", words.day(report.period.window.from));
    data.set("window_to", words.day(report.period.window.to));
    const auto countdown = countdown_words(report, page.unit, words);
    data.set("has_countdown", !countdown.empty());
    data.set("countdown", countdown);
    data.set("state_markup", view::report_tag(report.state, report.timing, page.unit.kind, words));
    data.set("filled", std::to_string(report.completion.filled));
    data.set("total", std::to_string(report.completion.total));
    data.set("may_review", page.may_review);
    data.set("has_sample_world", !visit.frame.sample_world.empty());
}

std::string why_closed(const ReportPage& page, const Wording& words)
{
    const auto& report = page.report;
    if (report.period.state == PeriodState::locked) return words.text("closed.period_locked");
    if (const auto& presented = report.state.presented)
        return words.text(
            "closed.awaiting_leader",
            {{"person", page.presenter}, {"moment", words.moment(presented->at)}}
        );
    if (!is_open_for_entry(report.state.stage))
        return words.text(std::string("closed.") + name_of(report.state.stage));
    if (!page.may_enter) return words.text("closed.no_right");
    return {};
}

std::vector<ObjectiveRows> rows_by_objective(const ReportPage& page, const Wording& words)
{
    std::vector<ObjectiveRows> groups;
    for (const auto& row : page.report.form.rows) {
        if (groups.empty() || groups.back().id != row.measure.objective) {
            const auto found =
                std::ranges::find(page.plan.objectives, row.measure.objective, &Objective::id);
            const auto title = found == page.plan.objectives.end() ? std::string{} : found->title;
            groups.push_back(
                {row.measure.objective,
                 words.text("entry.objective", {{"id", row.measure.objective}, {"title", title}}),
                 {}}
            );
        }
        groups.back().rows.push_back(&row);
    }
    return groups;
}

} // namespace tiendo::web
