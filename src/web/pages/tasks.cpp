#include "web/pages/tasks.hpp"

#include "app/org/directory.hpp"
#include "app/task/tasks.hpp"
#include "base/text.hpp"
#include "web/pages/list_part.hpp"
#include "web/pages/plan_period.hpp"
#include "web/pages/typed_unit.hpp"
#include "web/pages/unit_field.hpp"
#include "web/views/choices.hpp"
#include "web/views/plan_addresses.hpp"
#include "web/views/task_words.hpp"
#include "web/visit.hpp"

#include <algorithm>
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

std::string units_words(const std::vector<UnitId>& units, const UnitDirectory& directory)
{
    std::vector<std::string> said;
    for (const auto& id : units) {
        const auto* unit = directory.find(id);
        said.push_back(unit == nullptr ? id.str() : unit->short_name);
    }
    return join(said, ", ");
}

view::Object line_view(
    const app::TaskLine& line,
    const UnitDirectory& directory,
    const PlanAddresses& addresses,
    const Wording& words
)
{
    const auto lead = units_words(line.task.lead, directory);
    const auto with = units_words(line.task.with, directory);
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

/// Giao, đến hạn, hoàn thành, quá hạn, of each objective and of each lead unit.
void set_tables(
    view::Object& data, const Seen& seen, const PlanAddresses& addresses, const Wording& words
)
{
    const auto counts = app::count_tasks(seen.tasks);
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
    view::List units;
    for (const auto& [id, count] : counts.by_unit)
        units.emplace_back(view::Object{
            {"path", addresses.page("nhiem-vu", "chu-tri", id.str())},
            {"name", units_words({id}, seen.directory)},
            {"cells", view::count_cells(count)}
        });
    data.set("has_counts", !counts.by_objective.empty());
    data.set("by_objective", std::move(objectives));
    data.set("has_units", !units.empty());
    data.set("by_unit", std::move(units));
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
    std::vector<const app::TaskLine*> found;
    for (const auto& line : seen.tasks.lines)
        if (filter(line)) found.push_back(&line);
    const ListPart part(found.size(), request);
    view::List lines;
    for (const auto* line : part.of(found))
        lines.emplace_back(line_view(*line, seen.directory, addresses, words));
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
    set_parts(
        data,
        part,
        {"/ke-hoach/" + seen.tasks.plan.id.str() + "/nhiem-vu",
         {{"ky", seen.tasks.period.id.str()},
          {"mt", filter.objective},
          {"chu-tri", filter.lead},
          {"tt", filter.standing}}}
    );
    set_counts(data, seen, addresses, words);
    set_filters(data, seen, filter, words);
    set_tables(data, seen, addresses, words);
    return html(visit.page("tasks", std::move(data)));
}

} // namespace tiendo::web
