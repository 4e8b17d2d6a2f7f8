#include "web/pages/no_period.hpp"

#include "app/plan/plans.hpp"
#include "web/pages/plan_paths.hpp"

namespace tiendo::web {
namespace {

bool is_without_period(const Result<Response>& answer)
{
    return !answer && answer.error().problems.front().key == "period.none_yet";
}

/// "…/bieu-tong-hop.xlsx", unlike "…/chi-tieu/1.1"
bool is_file(std::string_view path)
{
    const auto dot = path.rfind('.');
    return dot != std::string_view::npos && dot + 1 < path.size() && path[dot + 1] >= 'a' &&
           path[dot + 1] <= 'z' && path.find('/', dot) == std::string_view::npos;
}

/// A program or a download expects something else than a page.
bool wants_page(const Request& request)
{
    return request.method == Method::get && !request.path.starts_with("/api/") &&
           !is_file(request.path);
}

Result<Response> no_period_page(Visit& visit, const PlanId& id)
{
    const auto plan = TRY(visit.read([&](app::Work& work) { return app::plan_in_use(work, id); }));
    const bool may_open = may(visit.actor, Right::edit_plan);
    const bool may_see = may(visit.actor, Right::see_plan);
    return html(visit.page(
        "no_period",
        {{"title", visit.words.text("no_period.title")},
         {"may_open", may_open},
         {"steps", plan_steps(id, "", visit.words)},
         {"is_ready", is_ready(plan)},
         {"review_path", plan_path(id, "ra-soat")},
         {"open_path", plan_path(id, "ky")},
         {"has_text", may_see},
         {"text_path", plan_path(id, "van-ban")}}
    ));
}

} // namespace

Result<Response> or_no_period(Visit& visit, const Request& request, Result<Response> answer)
{
    const auto plan = plan_in_path(request);
    if (!is_without_period(answer) || plan.empty() || !wants_page(request)) return answer;
    return no_period_page(visit, plan);
}

} // namespace tiendo::web
