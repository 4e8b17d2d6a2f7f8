#include "web/api/resources.hpp"

#include "app/program/resources.hpp"
#include "embedded/api_description.hpp"
#include "web/pages/plan_period.hpp"
#include "web/pages/report_pages.hpp"
#include "web/visit.hpp"

#include <charconv>

namespace tiendo::web {

namespace {

/// Reads one resource and answers it.
template <class Resource> Result<Response> resource(Visit& visit, Resource&& read)
{
    return json(TRY(visit.read(std::forward<Resource>(read))));
}

Result<std::int64_t> number_before(const Request& request)
{
    const auto text = request.query["before"];
    if (text.empty()) return std::int64_t{0};
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || number < 1)
        return refuse(Refusal::invalid, "json.unexpected", {{"place", "before"}}, "before");
    return number;
}

} // namespace

Result<Response> get_plans_resource(Visit& visit, const Request&)
{
    return resource(visit, [](app::Work& work) { return app::plans_resource(work); });
}

Result<Response> get_plan_resource(Visit& visit, const Request& request)
{
    const auto plan = plan_in_address(request);
    return resource(visit, [&](app::Work& work) { return app::plan_resource(work, plan); });
}

Result<Response> get_findings_resource(Visit& visit, const Request& request)
{
    const auto plan = plan_in_address(request);
    return resource(visit, [&](app::Work& work) { return app::findings_resource(work, plan); });
}

Result<Response> get_periods_resource(Visit& visit, const Request& request)
{
    const auto plan = plan_in_address(request);
    return resource(visit, [&](app::Work& work) { return app::periods_resource(work, plan); });
}

Result<Response> get_reports_resource(Visit& visit, const Request& request)
{
    const PeriodId period{std::string(request.path_parameters["period"])};
    return resource(visit, [&](app::Work& work) {
        return app::reports_resource(work, plan_in_address(request), period);
    });
}

Result<Response> get_report_resource(Visit& visit, const Request& request)
{
    const auto of = report_named(request);
    return resource(visit, [&](app::Work& work) { return app::report_resource(work, of); });
}

Result<Response> get_submissions_resource(Visit& visit, const Request& request)
{
    const auto of = report_named(request);
    return resource(visit, [&](app::Work& work) { return app::submissions_resource(work, of); });
}

Result<Response> post_submission(Visit& visit, const Request& request)
{
    const app::Handing handing{
        app::Channel::program,
        std::string(request.form["key"]),
        std::string(request.form["incomplete_reason"]),
        visit.program
    };
    const auto receipt = TRY(visit.write([&](app::Work& work) {
        return app::submit_report(work, report_named(request), handing);
    }));
    constexpr int created = 201;
    return json(app::receipt_resource(receipt), created);
}

Result<Response> get_journal_resource(Visit& visit, const Request& request)
{
    app::JournalFilter filter;
    filter.by = request.query["by"];
    filter.verb = request.query["verb"];
    filter.unit = UnitId(std::string(request.query["unit"]));
    filter.plan = PlanId(std::string(request.query["plan"]));
    filter.before = TRY(number_before(request));
    return resource(visit, [&](app::Work& work) { return app::journal_resource(work, filter); });
}

Result<Response> get_api_description(Visit&, const Request&)
{
    return json(std::string(embedded::api_description("openapi.json")));
}

} // namespace tiendo::web
