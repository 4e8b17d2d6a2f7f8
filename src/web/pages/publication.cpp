#include "web/pages/publication.hpp"

#include "app/figure/publication.hpp"
#include "web/error_page.hpp"
#include "web/gate.hpp"
#include "web/pages/plan_paths.hpp"
#include "web/pages/plan_period.hpp"
#include "web/percent.hpp"
#include "web/views/target_words.hpp"

namespace tiendo::web {
namespace {

constexpr const char* xlsx_type =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
constexpr const char* docx_type =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

std::string page_path(const PlanId& plan, const PeriodId& period)
{
    return plan_path(plan, "cong-bo") + "?ky=" + percent_encode(period.str());
}

const char* reason_key(WhyHidden why)
{
    switch (why) {
    case WhyHidden::shown:
        return "publication.shown";
    case WhyHidden::below_province:
        return "publication.below_province";
    case WhyHidden::small_count:
        return "publication.small_count";
    case WhyHidden::small_base:
        return "publication.small_base";
    case WhyHidden::makes_out_a_unit:
        return "publication.makes_out_a_unit";
    case WhyHidden::makes_out_a_period:
        return "publication.makes_out_a_period";
    }
    return "";
}

view::List line_views(const app::PublicVersion& version, const Wording& words)
{
    view::List list;
    for (const auto& [line, measure, indicator] : version.lines)
        list.emplace_back(view::Object{
            {"number", measure.id.str()},
            {"name", view::measure_name(measure, indicator, words)},
            {"whole",
             words.text(
                 line.why == WhyHidden::shown ? "publication.whole_shown"
                                              : "publication.whole_hidden"
             )},
            {"why", words.text(reason_key(line.why))},
            {"cells",
             words.text("publication.cells_hidden", {{"count", std::to_string(line.cells)}})},
        });
    return list;
}

view::List earlier_views(const app::PublicVersion& version, const Wording& words)
{
    view::List list;
    for (const auto& [at, by] : version.earlier)
        list.emplace_back(view::Object{{"at", words.moment(at)}, {"by", by}});
    return list;
}

Result<Response> page(Visit& visit, const Request& request, const Error* refused)
{
    const auto plan = plan_in_address(request);
    PeriodId period;
    const auto version = TRY(visit.read([&](app::Work& work) -> Result<app::PublicVersion> {
        period = TRY(required_period(work, plan, request));
        return app::public_version(work, plan, period);
    }));
    const auto& words = visit.words;
    view::Object data{
        {"title", words.text("publication.title", {{"period", words.period(period)}})},
        {"path", page_path(plan, period)},
        {"use_path", plan_path(plan, "cong-bo/cach") + "?ky=" + percent_encode(period.str())},
        {"overview_path", plan_path(plan, "tong-quan") + "?ky=" + percent_encode(period.str())},
        {"may_publish", may(visit.actor, Right::write_report)},
        {"may_decide", may(visit.actor, Right::approve_report)},
        {"uses_totals", version.use == SensitiveUse::totals},
        {"reason", std::string(request.form["reason"])},
        {"has_lines", !version.lines.empty()},
        {"lines", line_views(version, words)},
        {"has_earlier", !version.earlier.empty()},
        {"earlier", earlier_views(version, words)},
    };
    if (refused != nullptr) show_problems(data, *refused, words);
    return html(
        visit.page("publication", std::move(data)),
        refused == nullptr ? 200 : status_of(refused->kind)
    );
}

} // namespace

Result<Response> get_publication(Visit& visit, const Request& request)
{
    return page(visit, request, nullptr);
}

Result<Response> post_publication(Visit& visit, const Request& request)
{
    const auto plan = plan_in_address(request);
    const bool is_document = request.form["form"] == "docx";
    std::string name;
    auto made = visit.write([&](app::Work& work) -> Result<std::string> {
        const auto period = TRY(required_period(work, plan, request));
        name = "cong-bo-" + period.str() + (is_document ? ".docx" : ".xlsx");
        return app::publish(
            work, plan, period, is_document ? app::PublicForm::document : app::PublicForm::table
        );
    });
    return download(TRY(std::move(made)), name, is_document ? docx_type : xlsx_type);
}

Result<Response> post_sensitive_use(Visit& visit, const Request& request)
{
    const auto plan = plan_in_address(request);
    const auto use = request.form["use"] == "totals" ? SensitiveUse::totals : SensitiveUse::none;
    const auto period =
        TRY(visit.read([&](app::Work& work) { return required_period(work, plan, request); }));
    const auto decided = visit.write([&](app::Work& work) {
        return app::decide_sensitive_use(work, plan, use, std::string(request.form["reason"]));
    });
    if (!decided) return page(visit, request, &decided.error());
    return with_notice(see_other(page_path(plan, period)), "publication.decided");
}

} // namespace tiendo::web
