#include "web/pages/task.hpp"

#include "app/org/directory.hpp"
#include "app/task/tasks.hpp"
#include "base/text.hpp"
#include "web/pages/plan_period.hpp"
#include "web/views/plan_addresses.hpp"
#include "web/views/task_words.hpp"
#include "web/visit.hpp"

#include <algorithm>

namespace tiendo::web {
namespace {

struct Seen {
    app::TaskStory story;
    UnitDirectory directory;
};

Result<Seen> load(app::Work& work, const Request& request)
{
    const auto plan = plan_in_address(request);
    const auto period = TRY(required_period(work, plan, request));
    const auto task = id_from_address(request.path_parameters["task"]);
    return Seen{TRY(app::task_story(work, plan, period, task)), app::directory(work)};
}

std::string name_of(const UnitId& id, const UnitDirectory& directory)
{
    const auto* unit = directory.find(id);
    return unit == nullptr ? id.str() : unit->short_name;
}

const char* state_key(TaskState state)
{
    switch (state) {
    case TaskState::not_started:
        return "task_state.not_started";
    case TaskState::under_way:
        return "task_state.under_way";
    case TaskState::finished:
        return "task_state.finished";
    }
    return "task_state.under_way";
}

/// A lead is on time, late, under way or overdue; who supports says how far its own part is.
view::Object share_view(
    const app::TaskShare& share,
    const UnitDirectory& directory,
    const PlanAddresses& addresses,
    const Wording& words
)
{
    const auto& answer = share.answer;
    const bool is_lead = share.part == Part::lead;
    view::Object data{
        {"unit", name_of(share.unit, directory)},
        {"path", addresses.report(share.unit)},
        {"evidence_path", addresses.report(share.unit, "minh-chung")},
        {"part", words.text(is_lead ? "entry.leads" : "entry.supports")},
        {"is_lead", is_lead},
        {"is_reported", share.is_reported},
        {"state", share.is_reported ? words.text(state_key(answer.state)) : std::string{}},
        {"done_on", answer.done_on ? words.day(*answer.done_on) : std::string{}},
        {"result", answer.result},
        {"product", answer.product},
        {"difficulty", answer.difficulty},
    };
    if (is_lead)
        data.set(
            "tag_markup", view::standing_tag(share.standing, directory.find(share.unit), words)
        );
    return data;
}

view::List
event_list(const app::TaskStory& story, const UnitDirectory& directory, const Wording& words)
{
    view::List list;
    for (const auto& event : story.events) {
        std::vector<std::string> said{words.text(state_key(event.answer.state))};
        for (const auto& text :
             {event.answer.result, event.answer.product, event.answer.difficulty})
            if (!text.empty()) said.push_back(text);
        list.emplace_back(view::Object{
            {"at", words.moment(event.at)},
            {"who",
             words.text(
                 "task_page.event",
                 {{"unit", name_of(event.unit, directory)},
                  {"person", event.by},
                  {"version", std::to_string(event.version)}}
             )},
            {"said", join(said, "; ")}
        });
    }
    return list;
}

std::string objective_of(const app::TaskStory& story)
{
    const auto& objectives = story.all.plan.objectives;
    const auto found = std::ranges::find(objectives, story.line.task.objective, &Objective::id);
    return found == objectives.end() ? std::string{} : found->id + ". " + found->title;
}

} // namespace

Result<Response> get_task(Visit& visit, const Request& request)
{
    const auto seen = TRY(visit.read([&](app::Work& work) { return load(work, request); }));
    const auto& words = visit.words;
    const auto& story = seen.story;
    const auto& task = story.line.task;
    const PlanAddresses addresses(story.all.plan.id, story.all.period.id);
    view::List shares;
    for (const auto& share : story.line.shares)
        shares.emplace_back(share_view(share, seen.directory, addresses, words));
    auto events = event_list(story, seen.directory, words);
    const auto objective = objective_of(story);
    view::Object data{
        {"title", words.text("task_page.one", {{"task", task.id}})},
        {"text", task.text},
        {"has_objective", !objective.empty()},
        {"objective", objective},
        {"line_path", addresses.line(task.lines.first)},
        {"all_path", addresses.page("nhiem-vu")},
        {"due", story.line.due ? words.day(*story.line.due) : std::string{}},
        {"has_due", story.line.due.has_value()},
        {"product", task.product},
        {"has_product", !task.product.empty()},
        {"tag_markup", view::standing_tag(story.line.standing, words)},
        {"has_shares", !shares.empty()},
        {"has_events", !events.empty()},
    };
    data.set("shares", std::move(shares));
    data.set("events", std::move(events));
    return html(visit.page("task", std::move(data)));
}

} // namespace tiendo::web
