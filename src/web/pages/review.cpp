#include "web/pages/review.hpp"

#include "app/org/directory.hpp"
#include "base/text.hpp"
#include "web/error_page.hpp"
#include "web/pages/plan_paths.hpp"
#include "web/pages/review_view.hpp"

#include <algorithm>

namespace tiendo::web {
namespace {

Result<ReviewMaterial> material_of(app::Work& work, const PlanId& plan)
{
    ReviewMaterial material;
    material.summary = TRY(app::plan_summary(work, plan));
    material.plan = TRY(app::plan_in_use(work, plan));
    material.source = TRY(app::plan_source(work, plan));
    for (auto& finding : material.plan.findings)
        if (finding.decision) finding.decision->by = app::person_named(work, finding.decision->by);
    material.may_edit = may(work.actor, Right::edit_plan);
    return material;
}

/// The page once more with what was refused; 422.
Result<Response> shown_again(Visit& visit, const Request& request, const Error& error)
{
    return visit.read([&](app::Work& work) -> Result<Response> {
        auto material = TRY(material_of(work, plan_in_path(request)));
        material.typed = &request.form;
        auto data = review_view(material, visit.words);
        data.set("is_sample", !visit.frame.sample_world.empty());
        show_problems(data, error, visit.words, [&](const std::string& place) {
            const auto finding = request.form.find("finding");
            return "#" + anchor_of(finding ? "finding/" + std::string(*finding) : place);
        });
        return html(visit.page("review", std::move(data)), 422);
    });
}

Response back_to(const Request& request, const std::string& anchor)
{
    return see_other(plan_path(plan_in_path(request), "ra-soat") + "#" + anchor);
}

/// A field of the form is named by its path; only those that differ from what stands are changes.
Result<Done> correct_fields(app::Work& work, const PlanId& id, const Request& request)
{
    const std::string finding(request.form["finding"]);
    const std::string reason(request.form["reason"]);
    const auto plan = TRY(app::plan_in_use(work, id));
    bool changed = false;
    for (const auto& [name, value] : request.form) {
        if (!name.starts_with("field:")) continue;
        const auto path = name.substr(6);
        if (request.form["was:" + path] == value) continue;
        TRY(app::change_plan(work, id, {path, value, reason, finding}));
        changed = true;
    }
    if (!changed)
        return refuse(Refusal::invalid, "plan_review.nothing_changed", {}, "finding/" + finding);
    return done;
}

/// The task that repeats another is merged into it; the later one of the finding's lines.
Result<Done> merge_tasks(app::Work& work, const PlanId& id, const Request& request)
{
    const std::string key(request.form["finding"]);
    const auto plan = TRY(app::plan_in_use(work, id));
    const auto finding = std::ranges::find(plan.findings, key, &PlanFinding::key);
    if (finding == plan.findings.end())
        return refuse(Refusal::not_found, "plan_review.unknown_finding");
    const Task* first = nullptr;
    const Task* last = nullptr;
    for (const auto& task : plan.tasks) {
        const auto& lines = finding->finding.lines;
        if (task.lines.first < lines.first || task.lines.first > lines.last) continue;
        if (first == nullptr) first = &task;
        last = &task;
    }
    if (first == last)
        return refuse(Refusal::invalid, "plan_review.nothing_to_merge", {}, "finding/" + key);
    return app::change_plan(
        work,
        id,
        {"task/" + last->id + "/merged_into", first->id, std::string(request.form["reason"]), key}
    );
}

/// The measures in the finding's lines get no verdict, for the reason given.
Result<Done> leave_unjudged(app::Work& work, const PlanId& id, const Request& request)
{
    const std::string key(request.form["finding"]);
    const std::string reason(request.form["reason"]);
    const auto plan = TRY(app::plan_in_use(work, id));
    const auto finding = std::ranges::find(plan.findings, key, &PlanFinding::key);
    if (finding == plan.findings.end())
        return refuse(Refusal::not_found, "plan_review.unknown_finding");
    for (const auto& measure : plan.measures) {
        if (measure.lines.last < finding->finding.lines.first ||
            measure.lines.first > finding->finding.lines.last)
            continue;
        TRY(app::change_plan(
            work, id, {"measure/" + measure.id.str() + "/not_judged", reason, reason, key}
        ));
    }
    return done;
}

/// Only words that were repaired can be put back as they are written.
Result<Done> require_repair(app::Work& work, const PlanId& id, const std::string& key)
{
    const auto plan = TRY(app::plan_in_use(work, id));
    const auto finding = std::ranges::find(plan.findings, key, &PlanFinding::key);
    if (finding == plan.findings.end() || finding->finding.repairs.empty())
        return refuse(Refusal::not_found, "plan_review.unknown_finding");
    return done;
}

Result<Done> decide(app::Work& work, const PlanId& id, const Request& request)
{
    const auto choice = request.form["choice"];
    const std::string key(request.form["finding"]);
    if (choice == "correct") return correct_fields(work, id, request);
    if (choice == "merge") return merge_tasks(work, id, request);
    if (choice == "unjudged") return leave_unjudged(work, id, request);
    if (choice == "rejected") TRY(require_repair(work, id, key));
    if (choice != "keep" && choice != "accepted" && choice != "replaced" && choice != "rejected") {
        return refuse(Refusal::invalid, "plan_review.choose", {}, "finding/" + key);
    }
    return app::change_plan(
        work, id, {"finding/" + key, std::string(choice), std::string(request.form["reason"]), {}}
    );
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
    const auto decided =
        visit.write([&](app::Work& work) { return decide(work, plan_in_path(request), request); });
    if (!decided) return shown_again(visit, request, decided.error());
    return back_to(request, anchor_of("finding/" + std::string(request.form["finding"])));
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
            {path, std::string(request.form["value"]), std::string(request.form["reason"]), {}}
        );
    });
    if (!changed) return shown_again(visit, request, changed.error());
    return back_to(request, anchor_of(path));
}

} // namespace tiendo::web
