#include "web/pages/history_import.hpp"

#include "app/org/directory.hpp"
#include "web/error_page.hpp"
#include "web/gate.hpp"
#include "web/pages/history_import_view.hpp"
#include "web/pages/plan_paths.hpp"
#include "web/percent.hpp"

namespace tiendo::web {
namespace {

std::string list_path(const PlanId& plan)
{
    return plan_path(plan, "so-lieu-cac-nam");
}

std::string table_path(const PlanId& plan, const std::string& id)
{
    return list_path(plan) + "/" + percent_encode(id);
}

std::string check_path(const PlanId& plan, const std::string& id)
{
    return table_path(plan, id) + "/kiem-tra";
}

std::string import_in(const Request& request)
{
    return std::string(request.path_parameters["import"]);
}

int status_of_page(const Error* refused)
{
    return refused == nullptr ? 200 : status_of(refused->kind);
}

Result<Response> list_page(Visit& visit, const PlanId& plan, const Error* refused)
{
    return visit.read([&](app::Work& work) -> Result<Response> {
        view::List rows;
        for (const auto& line : TRY(app::history_imports(work, plan))) {
            rows.emplace_back(view::Object{
                {"name", line.file_name},
                {"path", table_path(plan, line.id)},
                {"state", visit.words.text("history_state." + line.state)},
                {"by", app::person_named(work, line.by)},
                {"at", visit.words.moment(line.at)},
                {"is_open", line.state == "received"},
                {"is_taken", line.state == "taken"},
                {"undo_path", table_path(plan, line.id) + "/hoan-tac"},
            });
        }
        view::Object data{
            {"title", visit.words.text("history_table.list_title")},
            {"path", list_path(plan)},
            {"has_rows", !rows.empty()},
            {"rows", std::move(rows)},
        };
        if (refused != nullptr) show_problems(data, *refused, visit.words);
        return html(visit.page("history_imports", std::move(data)), status_of_page(refused));
    });
}

Result<app::HistoryImport> load(Visit& visit, const PlanId& plan, const std::string& id)
{
    return visit.read([&](app::Work& work) { return app::history_import(work, plan, id); });
}

view::Object head_of(const PlanId& plan, const app::HistoryImport& table)
{
    const bool is_open = table.line.state == "received";
    return {
        {"file_name", table.line.file_name},
        {"list_path", list_path(plan)},
        {"path", table_path(plan, table.line.id)},
        {"check_path", check_path(plan, table.line.id)},
        {"is_open", is_open},
    };
}

Result<Response>
table_page(Visit& visit, const PlanId& plan, const std::string& id, const Error* refused)
{
    const auto table = TRY(load(visit, plan, id));
    auto data = head_of(plan, table);
    data.set(
        "title", visit.words.text("history_table.columns_title", {{"file", table.line.file_name}})
    );
    show_history_columns(data, table, visit.words);
    if (refused != nullptr) show_problems(data, *refused, visit.words);
    return html(visit.page("history_columns", std::move(data)), status_of_page(refused));
}

Result<Response>
check_page(Visit& visit, const PlanId& plan, const std::string& id, const Error* refused)
{
    const auto table = TRY(load(visit, plan, id));
    auto data = head_of(plan, table);
    data.set(
        "title", visit.words.text("history_table.check_title", {{"file", table.line.file_name}})
    );
    show_history_rows(data, table, visit.words);
    if (refused != nullptr) show_problems(data, *refused, visit.words);
    return html(visit.page("history_check", std::move(data)), status_of_page(refused));
}

} // namespace

Result<Response> get_history_imports(Visit& visit, const Request& request)
{
    return list_page(visit, plan_in_path(request), nullptr);
}

Result<Response> post_history_file(Visit& visit, const Request& request)
{
    const auto plan = plan_in_path(request);
    const auto fail = [&](const Error& error) { return list_page(visit, plan, &error); };
    const auto* file = request.file("file");
    if (file == nullptr) return fail(refuse(Refusal::invalid, "history_table.no_file", {}, "file"));
    const auto upload = visit.office.read_workbook(file->bytes, file->filename);
    if (!upload) return fail(upload.error());
    const auto id =
        visit.write([&](app::Work& work) { return app::receive_history(work, plan, *upload); });
    if (!id) return fail(id.error());
    return see_other(table_path(plan, *id));
}

Result<Response> get_history_table(Visit& visit, const Request& request)
{
    return table_page(visit, plan_in_path(request), import_in(request), nullptr);
}

Result<Response> post_history_columns(Visit& visit, const Request& request)
{
    const auto plan = plan_in_path(request);
    const auto id = import_in(request);
    const auto table = TRY(load(visit, plan, id));
    const auto mapping = columns_in(request.form, table);
    const auto mapped =
        visit.write([&](app::Work& work) { return app::map_history(work, plan, id, mapping); });
    if (!mapped) return table_page(visit, plan, id, &mapped.error());
    const bool is_other_sheet = mapping.sheet != table.mapping.sheet;
    return see_other(is_other_sheet ? table_path(plan, id) : check_path(plan, id));
}

Result<Response> get_history_check(Visit& visit, const Request& request)
{
    return check_page(visit, plan_in_path(request), import_in(request), nullptr);
}

/// Either takes what is shown or keeps what was chosen for the rows.
Result<Response> post_history_check(Visit& visit, const Request& request)
{
    const auto plan = plan_in_path(request);
    const auto id = import_in(request);
    const auto table = TRY(load(visit, plan, id));
    const auto mapping = rows_in(request.form, table);
    if (mapping != table.mapping || request.form["act"] != "take") {
        const auto mapped =
            visit.write([&](app::Work& work) { return app::map_history(work, plan, id, mapping); });
        if (!mapped) return check_page(visit, plan, id, &mapped.error());
        return with_notice(see_other(check_path(plan, id)), "history_table.rows_changed");
    }
    const std::string shown(request.form["shown"]);
    const auto taken =
        visit.write([&](app::Work& work) { return app::take_history(work, plan, id, shown); });
    if (!taken) return check_page(visit, plan, id, &taken.error());
    return with_notice(see_other(list_path(plan)), "history_table.taken");
}

Result<Response> post_history_undo(Visit& visit, const Request& request)
{
    const auto plan = plan_in_path(request);
    const auto undone = visit.write([&](app::Work& work) {
        return app::undo_history(work, plan, import_in(request));
    });
    if (!undone) return list_page(visit, plan, &undone.error());
    return with_notice(see_other(list_path(plan)), "history_table.undone");
}

} // namespace tiendo::web
