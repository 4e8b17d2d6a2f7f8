#include "web/pages/my_work.hpp"

#include "app/chase/notices.hpp"
#include "app/org/directory.hpp"
#include "app/plan/plans.hpp"
#include "domain/chase/inner_notice.hpp"
#include "web/pages/report_pages.hpp"
#include "web/views/chase_words.hpp"
#include "web/views/status_tag.hpp"

#include <map>

namespace tiendo::web {
namespace {

struct Owed {
    app::UnitReport report{};
    std::string plan_title{};
    UnitDues dues{};
    std::vector<app::NoticeSent> notices{};
};

struct MyWork {
    Unit unit{};
    std::vector<Owed> reports{};
};

Result<MyWork> load(app::Work& work, const UnitId& unit)
{
    MyWork mine;
    const auto units = app::directory(work);
    if (const auto* found = units.find(unit)) mine.unit = *found;
    if (unit.empty()) return mine;
    for (auto& report : TRY(app::reports_of_unit(work, unit))) {
        const auto title = TRY(app::plan_summary(work, report.of.plan)).title;
        auto dues = TRY(app::dues_of_report(work, report.of));
        auto notices = TRY(app::notices_of_report(work, report.of));
        mine.reports.push_back({std::move(report), title, std::move(dues), std::move(notices)});
    }
    return mine;
}

/// In the order in which a person does them.
enum class Urgency { to_decide, returned, overdue, this_week, under_way, with_leader, handed_in };

constexpr int this_week_days = 7;

Urgency urgency_of(const app::UnitReport& report, const Unit& unit, const Actor& actor)
{
    if (report.state.stage == Stage::awaiting_leader)
        return may(actor, Right::approve_entry, unit.id) ? Urgency::to_decide
                                                         : Urgency::with_leader;
    if (has_reported(report.state.stage)) return Urgency::handed_in;
    if (report.state.stage == Stage::returned) return Urgency::returned;
    // Who is asked to cooperate is late for nothing.
    if (report.timing.timeliness == Timeliness::overdue)
        return unit.is_subordinate() ? Urgency::overdue : Urgency::under_way;
    return report.timing.days <= this_week_days ? Urgency::this_week : Urgency::under_way;
}

std::string heading_of(Urgency urgency, const Unit& unit, const Wording& words)
{
    switch (urgency) {
    case Urgency::to_decide:
        return words.text("my_work.to_decide");
    case Urgency::with_leader:
        return words.text("my_work.with_leader");
    case Urgency::returned:
        return words.text(
            unit.kind == UnitKind::commune ? "my_work.returned" : "my_work.completion_asked"
        );
    case Urgency::overdue:
        return words.text("my_work.overdue");
    case Urgency::this_week:
        return words.text("my_work.this_week");
    case Urgency::under_way:
        return words.text("my_work.under_way");
    case Urgency::handed_in:
        return words.text("my_work.handed_in");
    }
    return {};
}

view::Object report_line(const Owed& owed, const Unit& unit, Urgency urgency, const Wording& words)
{
    const auto& report = owed.report;
    const auto countdown = countdown_words(report, unit, words);
    const auto notes = view::dues_notes(owed.dues, words);
    return {
        {"path", report_path(report.of) + (urgency == Urgency::to_decide ? "/lanh-dao-duyet" : "")},
        {"plan", owed.plan_title},
        {"period", words.period(report.of.period)},
        {"deadline", words.moment(report.state.own_deadline.value_or(report.period.deadline))},
        {"has_countdown", !countdown.empty()},
        {"countdown", countdown},
        {"filled",
         words.text(
             "my_work.filled",
             {{"filled", std::to_string(report.completion.filled)},
              {"total", std::to_string(report.completion.total)}}
         )},
        {"has_notes", !notes.empty()},
        {"notes", notes},
        {"state_markup", view::report_tag(report.state, report.timing, unit.kind, words)}
    };
}

/// The tasks that the unit leads, of the reports that are still open.
view::List task_list(const MyWork& mine, const Wording& words)
{
    view::List list;
    for (const auto& owed : mine.reports) {
        if (!is_open_for_entry(owed.report.state.stage)) continue;
        for (const auto& row : owed.report.form.tasks) {
            if (row.part != Part::lead) continue;
            const auto answer = owed.report.draft.tasks.find(row.task.id);
            const bool is_answered = answer != owed.report.draft.tasks.end();
            list.emplace_back(view::Object{
                {"path", report_path(owed.report.of) + "#task/" + row.task.id},
                {"code", row.task.id},
                {"text", row.task.text},
                {"state", words.text(is_answered ? "my_work.answered" : "my_work.unanswered")}
            });
        }
    }
    return list;
}

/// What the office wrote and nobody of the unit has marked as read, the newest first.
view::List unread_notices(const MyWork& mine, const Wording& words)
{
    view::List list;
    for (const auto& owed : mine.reports) {
        for (const auto& notice : owed.notices) {
            const bool is_over =
                is_inner(notice.rung) && !inner_holds(notice.rung, owed.report.state);
            if (!notice.read_at && !is_over) list.emplace_back(view::notice_to_unit(notice, words));
        }
    }
    return list;
}

} // namespace

Result<Response> get_my_work(Visit& visit, const Request&)
{
    auto loaded = visit.read([&](app::Work& work) { return load(work, visit.actor.unit); });
    const auto mine = TRY(std::move(loaded));
    const auto& words = visit.words;
    std::map<Urgency, view::List> by_urgency;
    for (const auto& owed : mine.reports) {
        const auto urgency = urgency_of(owed.report, mine.unit, visit.actor);
        by_urgency[urgency].emplace_back(report_line(owed, mine.unit, urgency, words));
    }
    const bool is_free =
        by_urgency.empty() || (by_urgency.size() == 1 && by_urgency.contains(Urgency::handed_in));
    view::List groups;
    for (auto& [urgency, lines] : by_urgency)
        groups.emplace_back(view::Object{
            {"heading", heading_of(urgency, mine.unit, words)}, {"reports", std::move(lines)}
        });

    view::Object data;
    data.set("title", words.text("my_work.title"));
    data.set("unit", mine.unit.name);
    data.set("is_free", is_free);
    data.set("groups", std::move(groups));
    auto notices = unread_notices(mine, words);
    data.set("has_notices", !notices.empty());
    data.set("notices", std::move(notices));
    data.set("next", "/viec-cua-toi");
    auto tasks = task_list(mine, words);
    data.set("has_tasks", !tasks.empty());
    data.set("tasks", std::move(tasks));
    return html(visit.page("my_work", data));
}

} // namespace tiendo::web
