#include "web/pages/workbook.hpp"

#include "app/chase/workbook_mail.hpp"
#include "app/org/directory.hpp"
#include "app/period/periods.hpp"
#include "app/workbook/workbooks.hpp"
#include "web/error_page.hpp"
#include "web/gate.hpp"
#include "web/pages/form_items.hpp"
#include "web/pages/workbook_view.hpp"
#include "web/percent.hpp"
#include "web/views/workbook_voice.hpp"

namespace tiendo::web {
namespace {

app::WorkbookVoice voice_of(const Visit& visit)
{
    return view::workbook_voice(visit.office, visit.words.messages());
}

Result<ReportPage> load(Visit& visit, const app::ReportOf& of)
{
    return visit.read([&](app::Work& work) { return load_report_page(work, of); });
}

std::string changes_path(const app::ReportOf& of, const std::string& upload)
{
    return report_path(of) + "/excel/" + percent_encode(upload);
}

/// The page with the form to fetch and the field to send it back.
Result<Response> exchange_page(Visit& visit, const app::ReportOf& of, const Error* error)
{
    const auto page = TRY(load(visit, of));
    const auto& words = visit.words;
    view::Object data;
    data.set("title", words.text("workbook.title", {{"unit", page.unit.name}}));
    show_report_head(data, page, visit);
    const auto closed = why_closed(page, words);
    data.set("is_open", closed.empty());
    data.set("closed", closed);
    const auto last = visit.read([&](app::Work& work) { return app::last_workbook(work, of); });
    const bool may_undo = last && closed.empty();
    data.set("has_last", may_undo);
    if (may_undo) {
        const auto person =
            visit.read([&](app::Work& work) { return app::person_named(work, last->by); });
        data.set("undo_path", changes_path(of, last->id) + "/hoan-tac");
        data.set(
            "last",
            words.text(
                "workbook.last",
                {{"file", last->file_name}, {"person", person}, {"time", words.moment(last->at)}}
            )
        );
    }
    if (error != nullptr) show_problems(data, *error, words);
    return html(
        visit.page("workbook", std::move(data)), error == nullptr ? 200 : status_of(error->kind)
    );
}

struct Compared {
    ReportPage page{};
    app::WorkbookComparison comparison{};
};

Result<Compared> load_changes(Visit& visit, const app::ReportOf& of, const std::string& id)
{
    const auto voice = voice_of(visit);
    return visit.read([&](app::Work& work) -> Result<Compared> {
        const auto upload = TRY(app::received_workbook(work, of, id));
        auto page = TRY(load_report_page(work, of));
        return Compared{std::move(page), TRY(app::compare_workbook(work, of, upload, voice))};
    });
}

Result<Response>
changes_page(Visit& visit, const app::ReportOf& of, const std::string& id, const Error* error)
{
    const auto loaded = TRY(load_changes(visit, of, id));
    const auto& words = visit.words;
    view::Object data;
    data.set("title", words.text("workbook.changes_title", {{"unit", loaded.page.unit.name}}));
    show_report_head(data, loaded.page, visit);
    show_changes(data, loaded.page, loaded.comparison, words);
    data.set("changes_path", changes_path(of, id));
    if (error != nullptr) show_problems(data, *error, words);
    return html(
        visit.page("workbook_changes", std::move(data)),
        error == nullptr ? 200 : status_of(error->kind)
    );
}

/// What the pressed button means: all that was ticked, all that is new, or everything.
app::WorkbookChoice choice_from(const Request& request, const app::WorkbookComparison& comparison)
{
    const auto take = request.form["take"];
    app::WorkbookChoice choice;
    for (const auto& change : comparison.changes) {
        const bool is_chosen = take == "all"   ? change.is_readable && !change.is_emptied()
                               : take == "new" ? change.is_new()
                                               : request.form.has("item/" + change.item);
        if (!is_chosen) continue;
        // As the page showed it; what has changed since then shows in its digest.
        const bool is_as_shown =
            request.form["shown/" + change.item] == digest_of_body(change.before);
        choice[change.item] = is_as_shown ? change.before : std::string("?");
    }
    return choice;
}

} // namespace

Result<Response> get_period_workbooks(Visit& visit, const Request& request)
{
    const PlanId plan{std::string(request.path_parameters["plan"])};
    const PeriodId asked{std::string(request.query["ky"])};
    const auto voice = voice_of(visit);
    std::string period;
    auto made = visit.read([&](app::Work& work) -> Result<std::vector<app::WorkbookFile>> {
        const auto id = asked.empty() ? TRY(app::period_to_show(work, plan)).id : asked;
        period = id.str();
        return app::period_workbooks(work, plan, id, voice);
    });
    const auto files = TRY(std::move(made));
    return download(app::packed(files), "bieu-bao-cao-" + period + ".zip", "application/zip");
}

Result<Response> get_workbook_file(Visit& visit, const Request& request)
{
    const auto of = report_named(request);
    const auto voice = voice_of(visit);
    auto file =
        TRY(visit.read([&](app::Work& work) { return app::unit_workbook(work, of, voice); }));
    return download(std::move(file.bytes), file.name, workbook_type);
}

Result<Response> post_mail_workbooks(Visit& visit, const Request& request)
{
    const PlanId plan(std::string(request.path_parameters["plan"]));
    const PeriodId period(std::string(request.form["ky"]));
    const auto mailed =
        TRY(visit.write([&](app::Work& work) { return app::mail_workbooks(work, plan, period); }));
    return with_notice(
        see_other(
            "/ke-hoach/" + percent_encode(plan.str()) +
            "/bao-cao?ky=" + percent_encode(period.str())
        ),
        "workbook.mailed",
        {{"count", std::to_string(mailed.mailed.size())},
         {"without", std::to_string(mailed.without_address.size())}}
    );
}

Result<Response> get_workbook(Visit& visit, const Request& request)
{
    return exchange_page(visit, report_named(request), nullptr);
}

Result<Response> post_workbook(Visit& visit, const Request& request)
{
    const auto of = report_named(request);
    const auto fail = [&](const Error& error) { return exchange_page(visit, of, &error); };
    const auto* file = request.file("workbook");
    if (file == nullptr) return fail(refuse(Refusal::invalid, "workbook.no_file", {}, "workbook"));
    const auto upload = visit.office.read_workbook(file->bytes, file->filename);
    if (!upload) return fail(upload.error());
    const auto voice = voice_of(visit);
    const auto id = visit.write([&](app::Work& work) -> Result<std::string> {
        TRY(app::report_of_workbook(work, *upload, of, voice));
        return app::receive_workbook(work, of, *upload);
    });
    if (!id) return fail(id.error());
    return see_other(changes_path(of, *id));
}

Result<Response> get_workbook_changes(Visit& visit, const Request& request)
{
    return changes_page(
        visit, report_named(request), std::string(request.path_parameters["upload"]), nullptr
    );
}

Result<Response> post_workbook_changes(Visit& visit, const Request& request)
{
    const auto of = report_named(request);
    const std::string id(request.path_parameters["upload"]);
    const auto voice = voice_of(visit);
    const auto taken = visit.write([&](app::Work& work) -> Result<app::TakenWorkbook> {
        const auto upload = TRY(app::received_workbook(work, of, id));
        const auto comparison = TRY(app::compare_workbook(work, of, upload, voice));
        return app::take_workbook(work, of, id, choice_from(request, comparison), voice);
    });
    if (!taken) return changes_page(visit, of, id, &taken.error());
    if (!taken->changed_meanwhile.empty()) {
        const auto error = refuse(
            Refusal::conflict,
            "workbook.changed_meanwhile",
            {{"count", std::to_string(taken->changed_meanwhile.size())}}
        );
        return changes_page(visit, of, id, &error);
    }
    return with_notice(see_other(report_path(of) + "/kiem-tra"), "workbook.taken");
}

Result<Response> post_workbook_undo(Visit& visit, const Request& request)
{
    const auto of = report_named(request);
    const std::string id(request.path_parameters["upload"]);
    const auto restored =
        visit.write([&](app::Work& work) { return app::undo_workbook(work, of, id); });
    if (!restored) return exchange_page(visit, of, &restored.error());
    return with_notice(see_other(report_path(of)), "workbook.undone");
}

} // namespace tiendo::web
