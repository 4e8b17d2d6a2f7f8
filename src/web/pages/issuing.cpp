#include "web/pages/issuing.hpp"

#include "app/consolidation/consolidated_reports.hpp"
#include "app/issuing/pdf.hpp"
#include "app/period/periods.hpp"
#include "base/text.hpp"
#include "web/error_page.hpp"
#include "web/gate.hpp"
#include "web/pages/issuing_view.hpp"
#include "web/pages/plan_paths.hpp"
#include "web/pages/scan_view.hpp"
#include "web/pages/setup_fields.hpp"
#include "web/percent.hpp"

#include <algorithm>

namespace tiendo::web {
namespace {

struct Of {
    PlanId plan{};
    PeriodId period{};
};

Of report_in_path(const Request& request)
{
    return {plan_in_path(request), PeriodId(std::string(request.path_parameters["period"]))};
}

std::string page_path(const Of& of)
{
    return plan_path(of.plan, "phat-hanh") + "?ky=" + percent_encode(of.period.str());
}

struct Refused {
    const Error* error = nullptr;
    const Fields* typed = nullptr;
    bool is_scan = false;
};

void show_scans(view::Object& data, const IssuingView& shown, app::Work& work, const Visit& visit)
{
    const auto& report = shown.report;
    const auto newest = report.versions.empty() ? 0 : report.versions.front().number;
    const auto base = issuing_base(shown.plan, shown.period);
    data.set("has_scans", !report.scans.empty());
    data.set("scans", scan_rows(report.scans, newest, base + "/ban-ky", work, visit));
    data.set("scan_open", shown.scan_was_refused);
    const auto value = [&](const char* field, std::string known) {
        return shown.scan_was_refused ? std::string((*shown.typed)[field]) : std::move(known);
    };
    const auto& day = report.state.date;
    data.set("scan_number", value("number", report.state.number));
    data.set("scan_date", value("date", day ? vietnamese_date(*day) : std::string{}));
    data.set("scan_signer", value("signer_name", report.document.signer_name));
}

Result<Response> shown(Visit& visit, const Of& of, const Refused& refused)
{
    return visit.read([&](app::Work& work) -> Result<Response> {
        const IssuingView page{
            of.plan,
            of.period,
            TRY(app::issuing_report(work, of.plan, of.period)),
            refused.typed,
            refused.is_scan
        };
        view::Object data;
        data.set(
            "title", visit.words.text("issuing.title", {{"period", visit.words.period(of.period)}})
        );
        data.set("base", issuing_base(of.plan, of.period));
        data.set(
            "report_path", plan_path(of.plan, "tong-hop") + "?ky=" + percent_encode(of.period.str())
        );
        data.set(
            "forms_path",
            plan_path(of.plan, "bieu-cap-tren") + "/" + percent_encode(of.period.str())
        );
        data.set(
            "draft_pdf_path",
            plan_path(of.plan, "tong-hop") + "/" + percent_encode(of.period.str()) + "/bao-cao.pdf"
        );
        data.set("may_write", may(visit.actor, Right::write_report));
        data.set("has_pdf", app::pdf_is_available());
        show_stages(data, page, visit);
        show_points(data, page, visit);
        show_acts(data, page, visit);
        show_past(data, page, work, visit);
        show_scans(data, page, work, visit);
        data.set("has_problems", false);
        if (refused.error) show_problems(data, *refused.error, visit.words);
        return html(visit.page("issuing", data), refused.error ? 422 : 200);
    });
}

Result<IssuingStep> step_in(const Fields& form, int year)
{
    const auto act = issuing_act_named(form["act"]);
    if (!act) return refuse(Refusal::invalid, "review.unknown_act");
    IssuingStep step;
    step.act = *act;
    step.reason = squeeze(form["reason"]);
    step.number = squeeze(form["number"]);
    step.date = TRY(day_in(form, "date", year));
    step.correction = correction_named(form["kind"]).value_or(CorrectionKind::content);
    step.sending.to = squeeze(form["to"]);
    step.sending.how = squeeze(form["how"]);
    step.sending.on = TRY(day_in(form, "on", year));
    return step;
}

int year_of(const app::Work& work)
{
    return static_cast<int>(local_time(work.now).day.year());
}

} // namespace

Result<Response> get_issuing(Visit& visit, const Request& request)
{
    Of of{plan_in_path(request), PeriodId(std::string(request.query["ky"]))};
    if (of.period.empty())
        of.period =
            TRY(visit.read([&](app::Work& work) { return app::period_to_show(work, of.plan); })).id;
    return shown(visit, of, {});
}

Result<Response> post_issuing_step(Visit& visit, const Request& request)
{
    const auto of = report_in_path(request);
    const auto taken = visit.write([&](app::Work& work) -> Result<Done> {
        const auto step = TRY(step_in(request.form, year_of(work)));
        return app::take_issuing_step(work, of.plan, of.period, step);
    });
    if (taken) return with_notice(see_other(page_path(of)), "issuing.done");
    if (taken.error().kind != Refusal::invalid) return taken.error();
    return shown(visit, of, {&taken.error(), &request.form, false});
}

Result<Response> post_report_scan(Visit& visit, const Request& request)
{
    const auto of = report_in_path(request);
    const auto added = visit.write([&](app::Work& work) -> Result<Done> {
        const auto scan = TRY(scan_in(request, year_of(work)));
        return app::add_report_scan(work, of.plan, of.period, scan);
    });
    if (added) return with_notice(see_other(page_path(of)), "scan.kept");
    if (added.error().kind != Refusal::invalid) return added.error();
    return shown(visit, of, {&added.error(), &request.form, true});
}

Result<Response> get_report_scan(Visit& visit, const Request& request)
{
    const auto of = report_in_path(request);
    const auto number = TRY(number_in_path(request));
    auto scan = TRY(visit.read([&](app::Work& work) {
        return app::report_scan(work, of.plan, of.period, number);
    }));
    return download(
        std::move(scan.bytes),
        scan.file_name.empty() ? std::string("ban-ky.pdf") : scan.file_name,
        pdf_type
    );
}

Result<Response> get_issued_docx(Visit& visit, const Request& request)
{
    const auto of = report_in_path(request);
    const auto number = TRY(number_in_path(request));
    auto bytes = TRY(visit.read([&](app::Work& work) {
        return app::issued_docx(work, of.plan, of.period, number);
    }));
    return download(
        std::move(bytes),
        "bao-cao-tong-hop-" + of.period.str() + "-ban-hanh-" + std::to_string(number) + ".docx",
        docx_type
    );
}

Result<Response> get_issued_pdf(Visit& visit, const Request& request)
{
    const auto of = report_in_path(request);
    const auto number = TRY(number_in_path(request));
    const auto docx = TRY(visit.read([&](app::Work& work) {
        return app::issued_docx(work, of.plan, of.period, number);
    }));
    return download(
        TRY(app::pdf_of(docx)),
        "bao-cao-tong-hop-" + of.period.str() + "-ban-hanh-" + std::to_string(number) + ".pdf",
        pdf_type
    );
}

Result<Response> get_report_pdf(Visit& visit, const Request& request)
{
    const auto of = report_in_path(request);
    const auto docx =
        TRY(visit.read([&](app::Work& work) { return app::report_docx(work, of.plan, of.period); })
        );
    return download(
        TRY(app::pdf_of(docx)), "bao-cao-tong-hop-" + of.period.str() + ".pdf", pdf_type
    );
}

} // namespace tiendo::web
