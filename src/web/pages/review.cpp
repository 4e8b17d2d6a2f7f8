#include "web/pages/review.hpp"

#include "app/org/directory.hpp"
#include "base/text.hpp"
#include "domain/plan/changes_in_force.hpp"
#include "web/error_page.hpp"
#include "web/gate.hpp"
#include "web/pages/plan_paths.hpp"
#include "web/pages/review_decisions.hpp"
#include "web/pages/review_view.hpp"

#include <algorithm>

namespace tiendo::web {
namespace {

/// The finding that the person decided last, so that a slip is taken back in one go.
std::string last_decision(const std::vector<PlanChange>& changes, const Actor& actor)
{
    const auto in_force = changes_in_force(changes);
    const auto last =
        std::find_if(in_force.rbegin(), in_force.rend(), [&](const PlanChange& change) {
            return change.by == actor.login && !finding_of(change).empty();
        });
    return last == in_force.rend() ? std::string() : finding_of(*last);
}

Result<ReviewMaterial> material_of(app::Work& work, const PlanId& plan)
{
    ReviewMaterial material;
    material.summary = TRY(app::plan_summary(work, plan));
    material.plan = TRY(app::plan_in_use(work, plan));
    material.source = TRY(load_plan_source(work, plan));
    const auto changes = TRY(app::plan_changes(work, plan));
    material.seen = changes.empty() ? 0 : changes.back().number;
    material.undoable = last_decision(changes, work.actor);
    for (auto& finding : material.plan.findings)
        if (finding.decision) finding.decision->by = app::person_named(work, finding.decision->by);
    material.may_edit = may(work.actor, Right::edit_plan);
    return material;
}

/// The page once more with what was refused.
Result<Response> shown_again(Visit& visit, const Request& request, const Error& error)
{
    return visit.read([&](app::Work& work) -> Result<Response> {
        auto material = TRY(material_of(work, plan_in_path(request)));
        material.typed = &request.form;
        material.is_conflict = error.kind == Refusal::conflict;
        auto data = review_view(material, visit.words);
        data.set("is_sample", !visit.frame.sample_world.empty());
        show_problems(data, error, visit.words, [&](const std::string& place) {
            const auto finding = request.form.find("finding");
            return "#" + anchor_of(finding ? "finding/" + std::string(*finding) : place);
        });
        return html(visit.page("review", std::move(data)), material.is_conflict ? 409 : 422);
    });
}

Response back_to(const Request& request, const std::string& anchor)
{
    return see_other(plan_path(plan_in_path(request), "ra-soat") + "#" + anchor);
}

} // namespace

Result<Response> get_plan_review(Visit& visit, const Request& request)
{
    return visit.read([&](app::Work& work) -> Result<Response> {
        const auto material = TRY(material_of(work, plan_in_path(request)));
        auto data = review_view(material, visit.words);
        data.set("is_sample", !visit.frame.sample_world.empty());
        return html(visit.page("review", std::move(data)));
    });
}

Result<Response> post_decision(Visit& visit, const Request& request)
{
    const auto id = plan_in_path(request);
    const std::string key(request.form["finding"]);
    const auto next = visit.write([&](app::Work& work) -> Result<std::string> {
        TRY(decide_finding(work, id, request.form, visit.words));
        return next_to_decide(TRY(app::plan_in_use(work, id)), key);
    });
    if (!next) return shown_again(visit, request, next.error());
    return with_notice(back_to(request, anchor_of(*next)), "plan_review.recorded");
}

Result<Response> post_undone_decision(Visit& visit, const Request& request)
{
    const std::string key(request.form["finding"]);
    const auto taken_back = visit.write([&](app::Work& work) {
        return app::undo_decision(
            work, plan_in_path(request), key, visit.words.text("plan_review.undone_reason")
        );
    });
    if (!taken_back) return shown_again(visit, request, taken_back.error());
    return back_to(request, anchor_of("finding/" + key));
}

Result<Response> post_accepted_repairs(Visit& visit, const Request& request)
{
    const auto id = plan_in_path(request);
    const auto accepted = visit.write([&](app::Work& work) -> Result<Done> {
        const auto plan = TRY(app::plan_in_use(work, id));
        const auto reason = visit.words.text("plan_review.repairs_accepted");
        for (const auto& finding : plan.findings) {
            if (finding.finding.severity != Severity::note || finding.decision) continue;
            TRY(app::change_plan(work, id, {"finding/" + finding.key, "accepted", reason, {}}));
        }
        return done;
    });
    if (!accepted) return accepted.error();
    return back_to(request, "notes");
}

Result<Response> post_field(Visit& visit, const Request& request)
{
    const std::string path(request.form["path"]);
    const auto changed = visit.write([&](app::Work& work) {
        return app::change_plan(
            work,
            plan_in_path(request),
            {path,
             std::string(request.form["value"]),
             std::string(request.form["reason"]),
             {},
             seen_in(request.form)}
        );
    });
    if (!changed) return shown_again(visit, request, changed.error());
    return back_to(request, anchor_of(path));
}

} // namespace tiendo::web
