#include "web/pages/period_page.hpp"

#include "app/org/directory.hpp"
#include "app/period/periods.hpp"
#include "app/plan/plans.hpp"
#include "base/day_text.hpp"
#include "base/text.hpp"
#include "web/error_page.hpp"
#include "web/pages/list_part.hpp"
#include "web/pages/plan_paths.hpp"
#include "web/pages/typed_unit.hpp"

#include <algorithm>
#include <set>

namespace tiendo::web {
namespace {

bool is_open(const std::vector<Period>& periods, const std::string& id)
{
    return std::ranges::find(periods, PeriodId(id), &Period::id) != periods.end();
}

/// This year, if the plan runs in it; else the year of the plan that is nearest.
int year_of_work(const Plan& plan, Date today)
{
    const auto year = static_cast<int>(today.year());
    if (!plan.head.period_to) return year;
    const auto last = static_cast<int>(plan.head.period_to->year());
    const auto first =
        plan.head.period_from ? static_cast<int>(plan.head.period_from->year()) : last;
    return std::clamp(year, std::min(first, last), last);
}

/// This year's, or the next year's of the plan that is not open yet; none where all are.
std::string default_period(const Plan& plan, const std::vector<Period>& periods, Date today)
{
    if (!plan.head.period_to) return {};
    const auto last = static_cast<int>(plan.head.period_to->year());
    auto year = year_of_work(plan, today);
    while (year <= last && is_open(periods, std::to_string(year)))
        ++year;
    return year <= last ? std::to_string(year) : std::string();
}

ReportingCalendar calendar_in(const Request& request)
{
    return request.query["lich"] == "thong-ke" ? ReportingCalendar::statistical
                                               : ReportingCalendar::decree;
}

view::List calendar_choices(ReportingCalendar chosen, const Wording& words)
{
    return {
        view::Object{
            {"value", ""},
            {"name", words.text("open_period.calendar_decree")},
            {"is_chosen", chosen == ReportingCalendar::decree}
        },
        view::Object{
            {"value", "thong-ke"},
            {"name", words.text("open_period.calendar_statistical")},
            {"is_chosen", chosen == ReportingCalendar::statistical}
        },
    };
}

/// The periods of the year that are not open yet: a click proposes one.
view::List usual_choices(
    const Plan& plan,
    const std::vector<Period>& periods,
    Date today,
    const Request& request,
    const Wording& words
)
{
    view::List choices;
    const auto calendar = calendar_in(request);
    for (const auto& name : usual_periods(year_of_work(plan, today), plan.reports)) {
        const auto id = id_of(name);
        if (is_open(periods, id.str())) continue;
        const auto path = plan_path(plan.id, "ky?ky=" + id.str());
        choices.emplace_back(view::Object{
            {"name", words.period(id)},
            {"is_chosen", id.str() == request.query["ky"]},
            {"path", calendar == ReportingCalendar::decree ? path : path + "&lich=thong-ke"}
        });
    }
    return choices;
}

/// Why this deadline is proposed: "trước ngày 10/12/2023 là Chủ nhật …".
std::string deadline_reason(const PeriodProposal& proposal, const Wording& words)
{
    if (!proposal.day_in_plan) return words.text("open_period.reason_no_day");
    const auto day = words.day(*proposal.day_in_plan);
    const auto key = proposal.before
                         ? (proposal.day_is_no_working_day ? "open_period.reason_before_day_off"
                                                           : "open_period.reason_before")
                         : "open_period.reason_on";
    return words.text(key, {{"day", day}});
}

view::List period_rows(const PlanId& plan, const std::vector<Period>& periods, const Wording& words)
{
    view::List rows;
    for (const auto& period : periods) {
        rows.emplace_back(view::Object{
            {"name", words.period(period.id)},
            {"window",
             words.text(
                 "open_period.window",
                 {{"from", words.day(period.window.from)}, {"to", words.day(period.window.to)}}
             )},
            {"deadline", words.moment(period.deadline)},
            {"reason", period.deadline_reason},
            {"units",
             words.text("open_period.unit_count", {{"count", std::to_string(period.units.size())}})
            },
            {"is_locked", period.state == PeriodState::locked},
            {"lock_path", plan_path(plan, "ky/" + period.id.str() + "/chot")},
            {"overview_path", plan_path(plan, "tong-quan?ky=" + period.id.str())}
        });
    }
    return rows;
}

/// The proposed units; where a form came back, those are chosen that were chosen in it.
view::List
unit_rows(const std::vector<UnitId>& units, const UnitDirectory& directory, const Fields* typed)
{
    const auto chosen = typed == nullptr ? std::vector<std::string>{} : typed->all("unit");
    view::List rows;
    for (const auto& id : units) {
        const auto* unit = directory.find(id);
        rows.emplace_back(view::Object{
            {"value", id.str()},
            {"name", unit == nullptr ? id.str() : unit->short_name},
            {"is_chosen", typed == nullptr || std::ranges::find(chosen, id.str()) != chosen.end()}
        });
    }
    return rows;
}

/// A broken form comes back as it was typed.
void keep_typed(view::Object& data, const Fields& typed)
{
    for (const auto* field : {"window_from", "window_to", "deadline", "reason", "own_report_due"})
        data.set(field, std::string(typed[field]));
}

/// A scan's numbers that nobody has compared with their pictures: said, not decided here.
void show_doubts(view::Object& data, const Plan& plan, const Wording& words)
{
    const auto count = std::ranges::count_if(plan.findings, [](const PlanFinding& finding) {
        return finding.finding.code == "number_doubtful" && !finding.decision;
    });
    data.set("has_doubts", count > 0);
    data.set("doubts", words.text("open_period.doubts", {{"count", std::to_string(count)}}));
}

Result<view::Object>
page_data(app::Work& work, const PlanId& id, const Request& request, const Wording& words)
{
    const auto* typed = request.form.has("deadline") ? &request.form : nullptr;
    const std::string wanted(typed == nullptr ? request.query["ky"] : (*typed)["id"]);
    const auto plan = TRY(app::plan_in_use(work, id));
    const auto periods = TRY(app::periods_of(work, id));
    const auto name =
        wanted.empty() ? default_period(plan, periods, local_time(work.now).day) : wanted;
    const bool is_taken = typed == nullptr && is_open(periods, name);
    view::Object data{
        {"title", words.text("open_period.title")},
        {"periods", period_rows(id, periods, words)},
        {"has_periods", !periods.empty()},
        {"may_edit", may(work.actor, Right::edit_plan)},
        {"is_ready", is_ready(plan)},
        {"steps", plan_steps(id, "ky", words)},
        {"review_path", plan_path(id, "ra-soat")},
        {"action", plan_path(id, "ky")},
        {"open_action",
         plan_path(
             id, calendar_in(request) == ReportingCalendar::decree ? "ky" : "ky?lich=thong-ke"
         )},
        {"workflow_path", plan_path(id, "quy-trinh")},
        {"wanted", name},
        {"is_taken", is_taken},
        {"taken_words", is_taken ? words.text("period.exists", {{"id", name}}) : std::string()},
        {"calendars", calendar_choices(calendar_in(request), words)},
        {"window_hint",
         words.text(
             calendar_in(request) == ReportingCalendar::decree ? "open_period.window_decree"
                                                               : "open_period.window_statistical"
         )},
        {"all_are_open", name.empty() && !periods.empty()},
        {"has_proposal", false}
    };
    auto usual = usual_choices(plan, periods, local_time(work.now).day, request, words);
    data.set("has_usual", !usual.empty());
    data.set("usual", std::move(usual));
    show_doubts(data, plan, words);
    if (name.empty() || is_taken) return data;
    const auto proposal = app::propose(work, id, PeriodId(name), calendar_in(request));
    if (!proposal) return data;
    const auto& period = proposal->period;
    data.set("has_proposal", true);
    data.set("period_name", words.period(period.id));
    data.set(
        "window_words",
        words.text(
            "open_period.window",
            {{"from", words.day(period.window.from)}, {"to", words.day(period.window.to)}}
        )
    );
    data.set("window_from", vietnamese_date(period.window.from));
    data.set("window_to", vietnamese_date(period.window.to));
    data.set("deadline", typed_moment(period.deadline));
    data.set("reason", deadline_reason(*proposal, words));
    data.set("closes_after", period.closes_after_deadline());
    const bool are_many = period.units.size() > ListPart::rows_max;
    data.set("are_many", are_many);
    data.set("all_units_chosen", typed == nullptr || typed->has("all_units"));
    data.set("unit_count", std::to_string(period.units.size()));
    data.set("without_units", typed == nullptr ? "" : std::string((*typed)["without_units"]));
    data.set(
        "units", are_many ? view::List{} : unit_rows(period.units, app::directory(work), typed)
    );
    data.set("has_units", !period.units.empty());
    if (typed != nullptr) keep_typed(data, *typed);
    return data;
}

Result<Date> day_in(const Request& request, const char* field)
{
    const auto text = request.form[field];
    const auto day = read_typed_day(text);
    if (!day)
        return refuse(
            Refusal::invalid, "open_period.not_a_day", {{"text", std::string(text)}}, field
        );
    return *day;
}

Result<Period> period_in(const Request& request)
{
    Period period;
    period.id = PeriodId(squeeze(request.form["id"]));
    period.window.from = TRY(day_in(request, "window_from"));
    period.window.to = TRY(day_in(request, "window_to"));
    const auto deadline = request.form["deadline"];
    const auto moment = read_typed_moment(deadline);
    if (!moment)
        return refuse(
            Refusal::invalid,
            "open_period.deadline_not_understood",
            {{"text", std::string(deadline)}},
            "deadline"
        );
    period.deadline = *moment;
    period.deadline_reason = squeeze(request.form["reason"]);
    if (!trim(request.form["own_report_due"]).empty())
        period.own_report_due = TRY(day_in(request, "own_report_due"));
    return period;
}

/// Of very many units nobody checks one by one: all that are proposed, but for those named.
Result<std::vector<UnitId>>
units_in(app::Work& work, const PlanId& plan, const PeriodId& period, const Request& request)
{
    std::vector<UnitId> units;
    for (auto& unit : request.form.all("unit"))
        units.emplace_back(std::move(unit));
    if (!request.form.has("all_units")) return units;
    const auto proposed = TRY(app::propose(work, plan, period, calendar_in(request))).period.units;
    const auto today = local_time(work.now).day;
    const auto without = typed_units(request.form["without_units"], app::directory(work), today);
    if (!without) {
        auto refused = without.error();
        refused.problems.front().place = "without_units";
        return refused;
    }
    const std::set<UnitId> left_out(without->begin(), without->end());
    for (const auto& unit : proposed)
        if (!left_out.contains(unit)) units.push_back(unit);
    return units;
}

Result<Response> shown(Visit& visit, const Request& request, const Error* error)
{
    return visit.read([&](app::Work& work) -> Result<Response> {
        auto data = TRY(page_data(work, plan_in_path(request), request, visit.words));
        if (error != nullptr)
            show_problems(data, *error, visit.words, [&](const std::string& place) {
                const bool is_here = place.find('/') == std::string::npos;
                return is_here ? "#" + place : settling_path(plan_in_path(request), place);
            });
        return html(visit.page("periods", std::move(data)), error == nullptr ? 200 : 422);
    });
}

} // namespace

Result<Response> get_periods(Visit& visit, const Request& request)
{
    return shown(visit, request, nullptr);
}

Result<Response> post_period(Visit& visit, const Request& request)
{
    const auto id = plan_in_path(request);
    auto period = period_in(request);
    if (!period) return shown(visit, request, &period.error());
    const auto opened = visit.write([&](app::Work& work) -> Result<Done> {
        period->units = TRY(units_in(work, id, period->id, request));
        return app::open_period(work, id, *period);
    });
    if (!opened) return shown(visit, request, &opened.error());
    return see_other(plan_path(id, "tong-quan?ky=" + period->id.str()));
}

Result<Response> post_period_lock(Visit& visit, const Request& request)
{
    const auto id = plan_in_path(request);
    const PeriodId period(std::string(request.path_parameters["period"]));
    const auto kept = visit.write([&](app::Work& work) {
        if (request.form.has("unlock"))
            return app::unlock_period(work, id, period, std::string(request.form["reason"]));
        return app::lock_period(work, id, period);
    });
    if (!kept) return shown(visit, request, &kept.error());
    return see_other(plan_path(id, "ky"));
}

} // namespace tiendo::web
