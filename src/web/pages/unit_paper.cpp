#include "web/pages/unit_paper.hpp"

#include "app/issuing/pdf.hpp"
#include "web/error_page.hpp"
#include "web/gate.hpp"
#include "web/pages/form_items.hpp"
#include "web/pages/report_view.hpp"
#include "web/pages/scan_view.hpp"
#include "web/pages/setup_fields.hpp"
#include "web/views/activity_words.hpp"
#include "web/views/paper.hpp"

#include <charconv>

namespace tiendo::web {
namespace {

/// The paper calls activities as the screens do, in Vietnamese.
ActivityNames activity_names(const Visit& visit)
{
    const Wording words(visit.words.messages(), Language::vietnamese);
    return {
        [words](const ActivityTable& table) { return view::table_title(table, words); },
        [words](const ActivityTable& table, const ActivityColumn& column) {
            return view::column_title(table, column, words);
        },
        [words](const ActivityTable& table, const ActivityColumn& column, const std::string& kept) {
            return view::activity_text(table, column, kept, words);
        }
    };
}

/// Which of the page's two forms was refused, and what was typed into it.
struct Refused {
    const Error* error = nullptr;
    const Fields* head = nullptr;
    const Fields* scan = nullptr;
};

std::string paper_path(const app::ReportOf& of)
{
    return report_path(of) + "/van-ban";
}

void show_scan_form(view::Object& data, const app::UnitPaper& paper, const Refused& refused)
{
    const auto& setup = paper.setup;
    const auto day = setup.date ? vietnamese_date(*setup.date) : std::string{};
    const auto* typed = refused.scan;
    data.set("scan_open", typed != nullptr);
    data.set("scan_number", typed ? std::string((*typed)["number"]) : setup.number);
    data.set("scan_date", typed ? std::string((*typed)["date"]) : day);
    data.set("scan_signer", typed ? std::string((*typed)["signer_name"]) : setup.signer_name);
}

Result<Response> shown(Visit& visit, const app::ReportOf& of, const Refused& refused)
{
    return visit.read([&](app::Work& work) -> Result<Response> {
        const auto page = TRY(load_report_page(work, of));
        const auto paper = TRY(app::unit_paper(work, of, activity_names(visit)));
        const bool is_open = is_unsent(page.report.state.stage);
        const bool is_handed_in = paper.version > 0 && !is_open;
        view::Object data;
        data.set("title", visit.words.text("unit_paper.title", {{"unit", page.unit.name}}));
        show_report_head(data, page, visit);
        data.set("has_pdf", app::pdf_is_available());
        data.set("is_draft", !is_handed_in);
        data.set("may_enter", page.may_enter);
        data.set("may_upload", page.may_enter && is_handed_in);
        data.set("waits_for_submission", page.may_enter && !is_handed_in);
        data.set("has_scans", !paper.scans.empty());
        data.set(
            "scans", scan_rows(paper.scans, paper.version, paper_path(of) + "/ban-ky", work, visit)
        );
        show_scan_form(data, paper, refused);
        data.set("head_open", refused.head != nullptr);
        data.set("revision", std::to_string(paper.revision));
        if (refused.head)
            show_typed_setup(data, *refused.head);
        else
            show_setup(data, paper.setup);
        data.set("paper_markup", view::paper(paper.document, {}, visit.words));
        data.set("has_problems", false);
        if (refused.error) show_problems(data, *refused.error, visit.words);
        return html(visit.page("unit_paper", data), refused.error ? 422 : 200);
    });
}

int year_of(const app::Work& work)
{
    return static_cast<int>(local_time(work.now).day.year());
}

std::int64_t revision_in(const Fields& form)
{
    const auto text = form["revision"];
    std::int64_t revision = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), revision);
    return error == std::errc{} ? revision : 0;
}

} // namespace

Result<Response> get_unit_paper(Visit& visit, const Request& request)
{
    return shown(visit, report_named(request), {});
}

Result<Response> post_unit_head(Visit& visit, const Request& request)
{
    const auto of = report_named(request);
    const auto kept = visit.write([&](app::Work& work) -> Result<Done> {
        const auto setup = TRY(setup_in(request.form, year_of(work)));
        return app::put_unit_head(work, of, setup, revision_in(request.form));
    });
    if (kept) return with_notice(see_other(paper_path(of)), "unit_paper.saved");
    if (kept.error().kind != Refusal::invalid) return kept.error();
    return shown(visit, of, {&kept.error(), &request.form, nullptr});
}

Result<Response> get_unit_docx(Visit& visit, const Request& request)
{
    const auto of = report_named(request);
    auto bytes = TRY(visit.read([&](app::Work& work) {
        return app::unit_docx(work, of, activity_names(visit));
    }));
    return download(
        std::move(bytes), "bao-cao-" + of.unit.str() + "-" + of.period.str() + ".docx", docx_type
    );
}

Result<Response> get_unit_pdf(Visit& visit, const Request& request)
{
    const auto of = report_named(request);
    const auto docx = TRY(visit.read([&](app::Work& work) {
        return app::unit_docx(work, of, activity_names(visit));
    }));
    return download(
        TRY(app::pdf_of(docx)),
        "bao-cao-" + of.unit.str() + "-" + of.period.str() + ".pdf",
        pdf_type
    );
}

Result<Response> post_unit_scan(Visit& visit, const Request& request)
{
    const auto of = report_named(request);
    const auto added = visit.write([&](app::Work& work) -> Result<Done> {
        return app::add_unit_scan(work, of, TRY(scan_in(request, year_of(work))));
    });
    if (added) return with_notice(see_other(paper_path(of)), "scan.kept");
    if (added.error().kind != Refusal::invalid) return added.error();
    return shown(visit, of, {&added.error(), nullptr, &request.form});
}

Result<Response> get_unit_scan(Visit& visit, const Request& request)
{
    const auto of = report_named(request);
    const auto number = TRY(number_in_path(request));
    auto scan = TRY(visit.read([&](app::Work& work) { return app::unit_scan(work, of, number); }));
    return download(
        std::move(scan.bytes),
        scan.file_name.empty() ? std::string("ban-ky.pdf") : scan.file_name,
        pdf_type
    );
}

} // namespace tiendo::web
