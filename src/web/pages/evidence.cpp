#include "web/pages/evidence.hpp"

#include "app/report/evidence.hpp"
#include "base/text.hpp"
#include "web/error_page.hpp"
#include "web/gate.hpp"
#include "web/pages/report_pages.hpp"
#include "web/percent.hpp"
#include "web/views/activity_words.hpp"
#include "web/views/choices.hpp"

#include <algorithm>

namespace tiendo::web {
namespace {

struct Seen {
    ReportPage page{};
    std::vector<app::Evidence> files{};
};

Result<Seen> load(app::Work& work, const app::ReportOf& of)
{
    auto page = TRY(load_report_page(work, of));
    return Seen{std::move(page), TRY(app::evidence_of(work, of))};
}

std::string_view type_of(EvidenceKind kind)
{
    switch (kind) {
    case EvidenceKind::pdf:
        return "application/pdf";
    case EvidenceKind::docx:
        return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    case EvidenceKind::xlsx:
        return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    case EvidenceKind::jpg:
        return "image/jpeg";
    case EvidenceKind::png:
        return "image/png";
    }
    return "application/octet-stream";
}

/// Everything that a file can bear out, as people call it: "3.2a Người bị bạo lực …".
std::vector<view::Choice> items_of(const app::UnitReport& report, const Wording& words)
{
    const auto& form = report.form;
    std::vector<view::Choice> items;
    for (const auto& row : form.rows)
        items.push_back(
            {"cell/" + row.measure.id.str(), row.measure.id.str() + " " + row.measure.title}
        );
    for (const auto& clause : form.clauses)
        items.push_back({"duty/" + clause.id, clause.id + " " + clause.text});
    for (const auto& row : form.tasks)
        items.push_back(
            {"task/" + row.task.id,
             words.text("check.missing_task", {{"task", row.task.id}}) + ": " + row.task.text}
        );
    for (const auto& table : form.activities) {
        const auto title = view::table_title(table, words);
        items.push_back({"activity/" + table.key, title});
        const auto rows = report.draft.activities.find(table.key);
        if (rows == report.draft.activities.end()) continue;
        for (const auto& row : rows->second)
            if (const auto item = row_item(table, row); !item.empty())
                items.push_back({item, title + ": " + row_name(table, row)});
    }
    return items;
}

/// What a file bears out. A row that was called otherwise when the file came is gone; its table is
/// not.
std::string
item_label(const std::string& item, const std::vector<view::Choice>& items, const Wording& words)
{
    const auto found = std::ranges::find(items, item, &view::Choice::value);
    if (found != items.end()) return found->label;
    const auto table =
        std::ranges::find(items, item.substr(0, item.rfind('/')), &view::Choice::value);
    if (table == items.end()) return item;
    return words.text("evidence.row_gone", {{"table", table->label}});
}

/// Rows have no place of their own on the form: the table has.
std::string place_on_form(const std::string& item)
{
    const bool is_row = item.starts_with("activity/") && item.find('/') != item.rfind('/');
    return is_row ? item.substr(0, item.rfind('/')) : item;
}

std::string size_words(std::int64_t bytes, const Wording& words)
{
    const auto kilobytes = std::max<std::int64_t>(1, bytes / 1024);
    return words.text("evidence.size", {{"size", words.number(Decimal(kilobytes))}});
}

view::List file_list(const Seen& seen, const std::vector<view::Choice>& items, const Wording& words)
{
    view::List list;
    for (const auto& file : seen.files) {
        const auto path = evidence_path(file.of) + "/" + percent_encode(file.id);
        list.emplace_back(view::Object{
            {"name", file.name},
            {"path", path},
            {"can_be_previewed", can_be_previewed(file.kind)},
            {"preview_path", path + "?xem=1"},
            {"remove_path", path},
            {"of_item", item_label(file.item, items, words)},
            {"item_path", report_path(file.of) + "#" + place_on_form(file.item)},
            {"size", size_words(file.size, words)},
            {"person", file.by},
            {"at", words.moment(file.at)}
        });
    }
    return list;
}

Response shown(const Seen& seen, const std::string& chosen, const Error* error, Visit& visit)
{
    const auto& words = visit.words;
    const auto items = items_of(seen.page.report, words);
    auto files = file_list(seen, items, words);
    view::Object data;
    data.set("title", words.text("evidence.title", {{"unit", seen.page.unit.name}}));
    show_report_head(data, seen.page, visit);
    data.set("has_files", !files.empty());
    data.set("files", std::move(files));
    data.set("items", view::choices(items, chosen));
    data.set("upload_path", evidence_path(seen.page.report.of));
    data.set("may_add", why_closed(seen.page, words).empty());
    if (error == nullptr)
        data.set("has_problems", false);
    else
        show_problems(data, *error, words);
    return html(visit.page("evidence", data), error == nullptr ? 200 : status_of(error->kind));
}

Result<Response> refused(const Request& request, const Error& error, Visit& visit)
{
    const auto seen =
        TRY(visit.read([&](app::Work& work) { return load(work, report_named(request)); }));
    return shown(seen, std::string(request.form["item"]), &error, visit);
}

} // namespace

Result<Response> get_evidence(Visit& visit, const Request& request)
{
    const auto seen =
        TRY(visit.read([&](app::Work& work) { return load(work, report_named(request)); }));
    return shown(seen, std::string(request.query["muc"]), nullptr, visit);
}

Result<Response> post_evidence(Visit& visit, const Request& request)
{
    const auto of = report_named(request);
    app::NewEvidence added;
    added.item = request.form["item"];
    if (const auto* file = request.file("file")) {
        added.name = file->filename;
        added.bytes = file->bytes;
    }
    const auto kept =
        visit.write([&](app::Work& work) { return app::add_evidence(work, of, added); });
    if (kept) return with_notice(see_other(evidence_path(of)), "evidence.kept");
    if (kept.error().kind == Refusal::not_found) return kept.error();
    return refused(request, kept.error(), visit);
}

Result<Response> get_evidence_file(Visit& visit, const Request& request)
{
    const std::string id(request.path_parameters["file"]);
    auto file = TRY(visit.read([&](app::Work& work) {
        return app::evidence_file(work, report_named(request), id);
    }));
    const auto kind = file.about.kind;
    auto response = download(std::move(file.bytes), file.about.name, type_of(kind));
    // Nothing in it may run, load or send, whatever the browser takes it for.
    response.set("Content-Security-Policy", "sandbox; default-src 'none'; img-src 'self'");
    if (request.query.has("xem") && can_be_previewed(kind)) {
        const std::string shown{response.header("Content-Disposition")};
        response.set(
            "Content-Disposition", "inline" + shown.substr(std::string_view("attachment").size())
        );
    }
    return response;
}

Result<Response> post_evidence_removal(Visit& visit, const Request& request)
{
    const auto of = report_named(request);
    const std::string id(request.path_parameters["file"]);
    const auto taken =
        visit.write([&](app::Work& work) { return app::take_back_evidence(work, of, id); });
    if (taken) return with_notice(see_other(evidence_path(of)), "evidence.taken_back_notice");
    if (taken.error().kind == Refusal::not_found) return taken.error();
    return refused(request, taken.error(), visit);
}

} // namespace tiendo::web
