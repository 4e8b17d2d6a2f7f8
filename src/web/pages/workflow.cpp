#include "web/pages/workflow.hpp"

#include "app/org/directory.hpp"
#include "app/report/leader_acts.hpp"
#include "web/gate.hpp"
#include "web/pages/plan_paths.hpp"

namespace tiendo::web {

Result<Response> get_workflow(Visit& visit, const Request& request)
{
    const auto id = plan_in_path(request);
    const auto& words = visit.words;
    return visit.read([&](app::Work& work) -> Result<Response> {
        const auto setting = TRY(app::leader_step_setting(work, id));
        const auto units = app::directory(work);
        view::List without;
        for (const auto& unit : setting.without_leader) {
            const auto* known = units.find(unit);
            without.emplace_back(view::Object{{"name", known == nullptr ? unit.str() : known->name}}
            );
        }
        view::Object data{
            {"title", words.text("workflow.title")},
            {"action", plan_path(id, "quy-trinh")},
            {"periods_path", plan_path(id, "ky")},
            {"may_edit", may(work.actor, Right::edit_plan)},
            {"is_on", setting.step.is_on},
            {"waits", setting.step.waits_without_leader},
            {"has_without", !without.empty()},
            {"without", std::move(without)},
        };
        return html(visit.page("workflow", std::move(data)));
    });
}

Result<Response> post_workflow(Visit& visit, const Request& request)
{
    const auto id = plan_in_path(request);
    const LeaderStep step{
        request.form["leader_step"] == "on", request.form["without_leader"] == "wait"
    };
    (void)TRY(visit.write([&](app::Work& work) { return app::change_leader_step(work, id, step); })
    );
    return with_notice(
        see_other(plan_path(id, "quy-trinh")), step.is_on ? "workflow.kept_on" : "workflow.kept_off"
    );
}

} // namespace tiendo::web
