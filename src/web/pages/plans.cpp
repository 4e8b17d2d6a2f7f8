#include "web/pages/plans.hpp"

#include "app/org/directory.hpp"
#include "app/plan/plans.hpp"
#include "app/plan/reading_queue.hpp"
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

/// A text in a PDF is read before the person would see that it is waited for.
constexpr std::chrono::milliseconds soon{1'500};
constexpr const char* seconds_between_looks = "2";

Response reading_page(Visit& visit, const app::ReadingProgress& progress)
{
    auto page = html(visit.page(
        "reading",
        {{"title", visit.words.text("plans.reading_title")},
         {"file_name", progress.file_name},
         {"waits", progress.ahead > 0},
         {"ahead",
          visit.words.text("plans.reading_ahead", {{"count", std::to_string(progress.ahead)}})},
         {"is_recognised", progress.pages > 0},
         {"pages", std::to_string(progress.pages)},
         {"pages_done", std::to_string(progress.pages_done)},
         {"pages_text",
          visit.words.text(
              "plans.reading_pages",
              {{"done", std::to_string(progress.pages_done)},
               {"pages", std::to_string(progress.pages)}}
          )}}
    ));
    page.set("Refresh", seconds_between_looks);
    return page;
}

/// The plan, the refusal, or the page that waits for one of them.
Result<Response> after_reading(
    Visit& visit,
    app::ReadingQueue& queue,
    const std::string& reading,
    std::chrono::milliseconds wait
)
{
    const auto progress = queue.progress(reading, visit.actor, wait);
    if (!progress) return refuse(Refusal::not_found, "plans.reading_unknown");
    if (progress->problem) return upload_page(visit, &*progress->problem);
    if (progress->plan) return see_other(plan_path(*progress->plan, "ra-soat"));
    const auto path = "/dang-doc/" + reading;
    if (wait.count() > 0) return see_other(path);
    return reading_page(visit, *progress);
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
    auto* queue = app::reading_queue_of(visit.office);
    if (queue != nullptr && app::may_take_long(file->bytes, file->filename)) {
        const auto reading = queue->add(visit.actor, file->filename, file->bytes);
        if (!reading) return fail(reading.error());
        return after_reading(visit, *queue, *reading, soon);
    }
    const auto read = visit.office.read_upload(file->bytes, file->filename);
    if (!read) return fail(read.error());
    const app::NewPlan document{
        file->filename, file->bytes, read->source_lines_json, read->reading, read->pages
    };
    const auto plan =
        visit.write([&](app::Work& work) { return app::import_plan(work, document); });
    if (!plan) return fail(plan.error());
    return see_other(plan_path(*plan, "ra-soat"));
}

Result<Response> get_reading(Visit& visit, const Request& request)
{
    auto* queue = app::reading_queue_of(visit.office);
    if (queue == nullptr) return refuse(Refusal::not_found, "plans.reading_unknown");
    return after_reading(
        visit, *queue, std::string(request.path_parameters["reading"]), std::chrono::milliseconds(0)
    );
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
