#include "web/pages/plans.hpp"

#include "app/org/directory.hpp"
#include "app/plan/plans.hpp"
#include "base/text.hpp"
#include "web/error_page.hpp"
#include "web/pages/plan_paths.hpp"

namespace tiendo::web {
namespace {

std::string stage_key(app::PlanStage stage)
{
    switch (stage) {
    case app::PlanStage::under_review:
        return "plans.stage_under_review";
    case app::PlanStage::running:
        return "plans.stage_running";
    case app::PlanStage::closed:
        return "plans.stage_closed";
    }
    return "plans.stage_running";
}

Response upload_page(Visit& visit, const Error* error)
{
    view::Object data{{"title", visit.words.text("plans.upload_title")}};
    if (error != nullptr) show_problems(data, *error, visit.words);
    return html(visit.page("upload", std::move(data)), error == nullptr ? 200 : 422);
}

} // namespace

Result<Response> get_plans(Visit& visit, const Request&)
{
    return visit.read([&](app::Work& work) -> Result<Response> {
        view::List rows;
        for (const auto& plan : TRY(app::plans(work))) {
            const bool is_running = plan.stage == app::PlanStage::running;
            rows.emplace_back(view::Object{
                {"title", plan.title},
                {"stage", visit.words.text(stage_key(plan.stage))},
                {"source", plan.source_name},
                {"has_source", !plan.source_name.empty()},
                {"created", visit.words.moment(plan.created_at)},
                {"by", app::person_named(work, plan.created_by)},
                {"path", plan_path(plan.id, is_running ? "tong-quan" : "ra-soat")},
                {"review_path", plan_path(plan.id, "ra-soat")},
                {"text_path", plan_path(plan.id, "van-ban")}
            });
        }
        const bool has_rows = !rows.empty();
        return html(visit.page(
            "plans",
            {{"title", visit.words.text("plans.title")},
             {"rows", std::move(rows)},
             {"has_rows", has_rows},
             {"may_edit", may(visit.actor, Right::edit_plan)}}
        ));
    });
}

Result<Response> get_upload(Visit& visit, const Request&)
{
    return upload_page(visit, nullptr);
}

Result<Response> post_upload(Visit& visit, const Request& request)
{
    const auto* file = request.file("document");
    const auto fail = [&](const Error& error) { return upload_page(visit, &error); };
    if (file == nullptr) return fail(refuse(Refusal::invalid, "plans.no_file", {}, "document"));
    const auto read = visit.office.read_upload(file->bytes, file->filename);
    if (!read) return fail(read.error());
    const app::NewPlan document{
        file->filename, file->bytes, read->source_lines_json, read->reading
    };
    const auto plan =
        visit.write([&](app::Work& work) { return app::import_plan(work, document); });
    if (!plan) return fail(plan.error());
    return see_other(plan_path(*plan, "ra-soat"));
}

Result<Response> post_blank_plan(Visit& visit, const Request& request)
{
    const auto plan = visit.write([&](app::Work& work) {
        return app::begin_blank_plan(work, std::string(request.form["title"]));
    });
    if (!plan) return upload_page(visit, &plan.error());
    return see_other(plan_path(*plan, "ra-soat"));
}

} // namespace tiendo::web
