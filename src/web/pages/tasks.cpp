#include "web/pages/tasks.hpp"

#include "app/org/directory.hpp"
#include "app/task/tasks.hpp"
#include "base/text.hpp"
#include "web/pages/plan_period.hpp"
#include "web/pages/typed_unit.hpp"
#include "web/pages/unit_field.hpp"
#include "web/pages/units_shown.hpp"
#include "web/views/choices.hpp"
#include "web/views/plan_addresses.hpp"
#include "web/views/task_words.hpp"
#include "web/views/unit_words.hpp"
#include "web/visit.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace tiendo::web {

namespace {

struct Seen {
    app::TaskLines tasks;
    UnitDirectory directory;
};

Result<Seen> load(app::Work& work, const Request& request)
{
    const auto plan = plan_in_address(request);
    const auto period = TRY(required_period(work, plan, request));
    return Seen{TRY(app::task_lines(work, plan, period)), app::directory(work)};
}

struct Filter {
    std::string objective{};
    std::string lead{};
    std::string standing{};

    bool operator()(const app::TaskLine& line) const
    {
        if (!objective.empty() && line.task.objective != objective) return false;
        if (!standing.empty() && view::standing_address(line.standing) != standing) return false;
        return lead.empty() || line.task.lead.contains(UnitId(lead));
    }
};

bool is_unassigned(const app::TaskLine& line)
{
    return line.task.lead.empty();
}

view::Object line_view(
    const app::TaskLine& line,
    const UnitDirectory& directory,
    const PlanAddresses& addresses,
    const Wording& words
)
{
    const auto lead = view::unit_names(line.task.lead, directory, words);
    const auto with = view::unit_names(line.task.with, directory, words);
    return {
        {"number", line.task.id},
        {"text", line.task.text},
        {"path", addresses.task(line.task.id)},
        {"has_lead", !lead.empty()},
        {"lead", lead},
        {"with", with},
        {"due", line.due ? words.day(*line.due) : std::string()},
        {"tag_markup", view::standing_tag(line.standing, words)},
        {"is_not_reported", !line.is_reported},
        {"has_result", !line.result.empty()},
        {"result", line.result},
        {"has_difficulty", !line.difficulty.empty()},
        {"difficulty", line.difficulty},
    };
}

void set_counts(
    view::Object& data, const Seen& seen, const PlanAddresses& addresses, const Wording& words
)
{
    TaskCount count;
    for (const auto& line : seen.tasks.lines)
        count.add(line.standing, line.due, seen.tasks.today);
    view::List counts;
    const auto add = [&](const char* key, int number, const std::string& path) {
        counts.emplace_back(view::Object{
            {"number", std::to_string(number)}, {"label", words.text(key)}, {"path", path}
        });
    };
    const auto filtered = [&](const char* standing) {
        return addresses.page("nhiem-vu", "tt", standing);
    };
    add("task_page.assigned", count.assigned, addresses.page("nhiem-vu"));
    add("task_page.on_time", count.on_time, filtered("dung-han"));
    add("task_page.late", count.late, filtered("muon"));
    add("task_page.under_way", count.under_way, filtered("dang-lam"));
    add("task_page.overdue", count.overdue, filtered("qua-han"));
    data.set("counts", std::move(counts));
    data.set("due", words.text("task_page.due_count", {{"count", std::to_string(count.due)}}));
}

void set_filters(view::Object& data, const Seen& seen, const Filter& filter, const Wording& words)
{
    std::vector<view::Choice> objectives;
    for (const auto& objective : seen.tasks.plan.objectives)
        objectives.push_back({objective.id, objective.id + ". " + objective.title});
    std::vector<UnitId> leads;
    std::set<UnitId> known;
    for (const auto& line : seen.tasks.lines)
        for (const auto& unit : line.task.lead)
            if (known.insert(unit).second) leads.push_back(unit);
    std::vector<view::Choice> states;
    for (const auto standing : view::all_standings())
        states.push_back(
            {std::string(view::standing_address(standing)), view::standing_words(standing, words)}
        );
    data.set("objectives", view::choices(objectives, filter.objective));
    data.set(
        "unit_field",
        unit_field(
            {"chu-tri", words.text("task_page.lead"), words.text("target_list.any"), filter.lead},
            leads,
            seen.directory
        )
    );
    data.set("states", view::choices(states, filter.standing));
}

/// The same of each lead unit, or of very many of those above them.
void set_units_table(
    view::Object& data,
    const Seen& seen,
    const app::TaskCounts& counts,
    const Request& request,
    const Wording& words
)
{
    const PageAddress page{
        "/ke-hoach/" + seen.tasks.plan.id.str() + "/nhiem-vu", {{"ky", seen.tasks.period.id.str()}}
    };
    std::vector<UnitId> leads;
    std::map<UnitId, TaskCount> of_lead;
    for (const auto& [id, count] : counts.by_unit) {
        leads.push_back(id);
        of_lead[id] = count;
    }
    const auto shown = UnitsShown::as_they_reported(leads, seen.directory, request);
    view::List units;
    for (const auto& id : shown.map().units) {
        TaskCount count;
        for (const auto& part : shown.map().parts_of(id))
            count.add(of_lead[part.from]);
        units.emplace_back(view::Object{
            {"path",
             page.with(shown.is_higher() ? "duoi" : "chu-tri", id.str()).address() +
                 (shown.is_higher() ? "#don-vi" : "")},
            {"name", view::short_name(seen.directory, id)},
            {"cells", view::count_cells(count)}
        });
    }
    data.set("has_units", !leads.empty());
    data.set("by_unit", std::move(units));
    set_units_shown(data, shown, page, seen.directory, words);
}

/// Giao, đến hạn, hoàn thành, quá hạn, of each objective.
void set_objectives_table(
    view::Object& data,
    const Seen& seen,
    const app::TaskCounts& counts,
    const PlanAddresses& addresses,
    const Wording& words
)
{
    view::List objectives;
    for (const auto& [id, count] : counts.by_objective) {
        const auto found = std::ranges::find(seen.tasks.plan.objectives, id, &Objective::id);
        const auto title = found == seen.tasks.plan.objectives.end()
                               ? words.text("task_page.no_objective")
                               : found->id + ". " + found->title;
        objectives.emplace_back(view::Object{
            {"path", addresses.page("nhiem-vu", "mt", id)},
            {"name", title},
            {"cells", view::count_cells(count)}
        });
    }
    data.set("has_counts", !counts.by_objective.empty());
    data.set("by_objective", std::move(objectives));
}

} // namespace

Result<Response> get_tasks(Visit& visit, const Request& request)
{
    const auto seen = TRY(visit.read([&](app::Work& work) { return load(work, request); }));
    const auto& words = visit.words;
    const PlanAddresses addresses(seen.tasks.plan.id, seen.tasks.period.id);
    const Filter filter{
        std::string(request.query["mt"]),
        typed_unit(request.query["chu-tri"], seen.directory, seen.tasks.period.window.to).str(),
        std::string(request.query["tt"])
    };
    view::List lines;
    for (const auto& line : seen.tasks.lines)
        if (filter(line)) lines.emplace_back(line_view(line, seen.directory, addresses, words));
    view::Object data{
        {"title", words.text("task_page.title", {{"period", words.period(seen.tasks.period.id)}})},
        {"plan", seen.tasks.plan.id.str()},
        {"period", seen.tasks.period.id.str()},
        {"all_path", addresses.page("nhiem-vu")},
        {"is_unassigned", std::ranges::all_of(seen.tasks.lines, is_unassigned)},
        {"assign_path", "/ke-hoach/" + seen.tasks.plan.id.str() + "/giao-nhiem-vu"},
        {"may_assign", may(visit.actor, Right::edit_plan)},
        {"has_lines", !lines.empty()},
    };
    data.set("lines", std::move(lines));
    set_counts(data, seen, addresses, words);
    set_filters(data, seen, filter, words);
    const auto counts = app::count_tasks(seen.tasks);
    set_objectives_table(data, seen, counts, addresses, words);
    set_units_table(data, seen, counts, request, words);
    return html(visit.page("tasks", std::move(data)));
}

} // namespace tiendo::web
