#include "web/pages/leader_review.hpp"

#include "app/report/leader_acts.hpp"
#include "app/workbook/workbooks.hpp"
#include "base/id.hpp"
#include "web/error_page.hpp"
#include "web/gate.hpp"
#include "web/pages/check_report.hpp"
#include "web/pages/report_view.hpp"

namespace tiendo::web {
namespace {

Result<ReportPage> load(Visit& visit, const app::ReportOf& of)
{
    return visit.read([&](app::Work& work) { return load_report_page(work, of); });
}

Response shown(const ReportPage& page, const Request& request, const Error* refused, Visit& visit)
{
    const auto& words = visit.words;
    const auto& presented = page.report.state.presented;
    const std::string sent_key(request.form["key"]);
    Pressed pressed;
    pressed.key = sent_key.empty() ? new_uuid7(page.now.seconds * 1000) : sent_key;
    if (refused != nullptr) pressed.refused = refused->problems;
    view::Object data;
    data.set("title", words.text("leader_step.title", {{"unit", page.unit.name}}));
    show_report_head(data, page, visit);
    show_remarks(data, page, pressed, words);
    data.set("key", pressed.key);
    data.set("reason", std::string(request.form["reason"]));
    data.set("why", why_closed(page, words));
    data.set("waits", presented.has_value());
    const auto incomplete = presented ? presented->incomplete_reason : std::string{};
    data.set("has_incomplete_reason", !incomplete.empty());
    data.set("incomplete_reason", incomplete);
    show_answers(data, page, answers_to_show(page.report), nullptr, words);
    return html(
        visit.page("leader_review", data), refused == nullptr ? 200 : status_of(refused->kind)
    );
}

} // namespace

Result<Response> get_leader_review(Visit& visit, const Request& request)
{
    const auto page = TRY(load(visit, report_named(request)));
    return shown(page, request, nullptr, visit);
}

Result<Response> post_leader_approval(Visit& visit, const Request& request)
{
    const auto of = report_named(request);
    app::Handing handing;
    handing.idempotency_key = request.form["key"];
    const auto receipt = visit.write([&](app::Work& work) {
        if (app::last_workbook(work, of)) handing.channel = app::Channel::excel;
        return app::approve_entry(work, of, handing);
    });
    if (receipt) return see_other(report_path(of) + "/da-nop");
    if (receipt.error().kind != Refusal::invalid) return receipt.error();
    const auto page = TRY(load(visit, of));
    return shown(page, request, &receipt.error(), visit);
}

Result<Response> post_back_to_entry(Visit& visit, const Request& request)
{
    const auto of = report_named(request);
    const std::string reason(request.form["reason"]);
    const auto given =
        visit.write([&](app::Work& work) { return app::give_back_entry(work, of, reason); });
    if (given) return with_notice(see_other("/viec-cua-toi"), "leader_step.was_given_back");
    if (given.error().kind != Refusal::invalid) return given.error();
    const auto page = TRY(load(visit, of));
    return shown(page, request, &given.error(), visit);
}

Result<Response> post_taking_back(Visit& visit, const Request& request)
{
    const auto of = report_named(request);
    (void)TRY(visit.write([&](app::Work& work) { return app::take_back_report(work, of); }));
    return with_notice(see_other(report_path(of)), "leader_step.taken_back");
}

} // namespace tiendo::web
