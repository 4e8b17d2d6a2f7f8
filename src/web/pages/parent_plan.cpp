#include "web/pages/parent_plan.hpp"

#include "app/plan/parent_plans.hpp"
#include "app/plan/plans.hpp"
#include "base/text.hpp"
#include "web/pages/plan_paths.hpp"
#include "web/views/target_words.hpp"
#include "web/visit.hpp"

#include <algorithm>
#include <array>

namespace tiendo::web {
namespace {

/// What a person looks for first stands first.
constexpr std::array standings{
    std::pair{ParentStanding::weaker, "weaker"},
    std::pair{ParentStanding::other_unit, "other_unit"},
    std::pair{ParentStanding::differs, "differs"},
    std::pair{ParentStanding::on_the_way, "on_the_way"},
    std::pair{ParentStanding::stricter, "stricter"},
    std::pair{ParentStanding::same, "same"},
    std::pair{ParentStanding::only_here, "only_here"},
    std::pair{ParentStanding::only_above, "only_above"},
};

const char* name_of(ParentStanding standing)
{
    return std::ranges::find(
               standings, standing, [](const auto& entry) { return entry.first; }
    )->second;
}

std::string level_due(const std::optional<Quantity>& quantity, const Wording& words)
{
    if (!quantity) return words.text("parent_plan.no_level");
    const auto level = view::level_words(*quantity, words);
    if (!quantity->due) return level;
    return words.text(
        "parent_plan.level_due",
        {{"level", level}, {"year", std::to_string(static_cast<int>(quantity->due->year()))}}
    );
}

view::List levels_of(const ComparedTarget& line, const Wording& words)
{
    view::List levels;
    for (const auto& quantity : line.quantities) {
        const std::string name = name_of(quantity.standing);
        levels.emplace_back(view::Object{
            {"own", level_due(quantity.own, words)},
            {"parent", level_due(quantity.parent, words)},
            {"standing", words.text("parent_plan." + name)},
            {"is_weaker", quantity.standing == ParentStanding::weaker}
        });
    }
    return levels;
}

view::Object row_of(
    const ComparedTarget& line,
    const app::BesideParent& beside,
    const PlanId& plan,
    const Wording& words
)
{
    auto levels = levels_of(line, words);
    const bool has_levels = !levels.empty();
    return {
        {"own_id", line.own ? line.own->id : std::string()},
        {"own_text", line.own ? line.own->text : std::string()},
        {"own_path",
         line.own ? plan_path(plan, "ra-soat#") + anchor_of("target/" + line.own->id + "/text")
                  : std::string()},
        {"has_own", line.own.has_value()},
        {"parent_id", line.parent ? line.parent->id : std::string()},
        {"parent_text", line.parent ? line.parent->text : std::string()},
        {"has_parent", line.parent.has_value()},
        {"is_unverified", line.parent && beside.unverified.contains(line.parent->id)},
        {"has_levels", has_levels},
        {"levels", std::move(levels)},
        {"has_dropped", !line.dropped.empty()},
        {"dropped",
         words.text("parent_plan.dropped", {{"phrases", "“" + join(line.dropped, "”, “") + "”"}})},
    };
}

std::string summary_of(const app::BesideParent& beside, const Wording& words)
{
    int answered = 0;
    int weaker = 0;
    int missing = 0;
    for (const auto& line : beside.targets) {
        answered += line.own && line.parent ? 1 : 0;
        missing += line.own ? 0 : 1;
        weaker += std::ranges::any_of(line.quantities, [](const ComparedQuantity& quantity) {
            return quantity.standing == ParentStanding::weaker;
        });
    }
    return words.text(
        "parent_plan.summary",
        {{"answered", std::to_string(answered)},
         {"weaker", std::to_string(weaker)},
         {"missing", std::to_string(missing)}}
    );
}

view::List choice_views(
    const std::vector<app::ParentChoice>& choices, const std::string& chosen, const Wording& words
)
{
    view::List views;
    for (const auto& choice : choices) {
        const bool english = words.language() == Language::english && !choice.name_en.empty();
        views.emplace_back(view::Object{
            {"value", choice.key},
            {"label", english ? choice.name_en : choice.name},
            {"is_chosen", choice.key == chosen}
        });
    }
    return views;
}

} // namespace

Result<Response> get_parent_plan(Visit& visit, const Request& request)
{
    return visit.read([&](app::Work& work) -> Result<Response> {
        const auto id = plan_in_path(request);
        const auto summary = TRY(app::plan_summary(work, id));
        const auto choices = TRY(app::parent_choices(work, id));
        const auto beside = TRY(app::beside_parent(work, id));
        const auto& words = visit.words;
        view::Object data{
            {"title", words.text("parent_plan.title")},
            {"plan_title", summary.title},
            {"path", plan_path(id, "cap-tren")},
            {"review_path", plan_path(id, "ra-soat")},
            {"may_edit", may(work.actor, Right::edit_plan)},
            {"choices", choice_views(choices, beside ? beside->key : std::string(), words)},
            {"has_parent", beside.has_value()},
        };
        if (beside) {
            view::List rows;
            for (const auto& line : beside->targets)
                rows.emplace_back(row_of(line, *beside, id, words));
            data.set("summary", summary_of(*beside, words));
            data.set("rows", std::move(rows));
        }
        return html(visit.page("parent_plan", std::move(data)));
    });
}

Result<Response> post_parent_plan(Visit& visit, const Request& request)
{
    const auto id = plan_in_path(request);
    TRY(visit.write([&](app::Work& work) {
        return app::choose_parent(work, id, std::string(request.form["parent"]));
    }));
    return see_other(plan_path(id, "cap-tren"));
}

} // namespace tiendo::web
