#include "app/period/office_tables.hpp"

#include "app/org/directory.hpp"
#include "app/period/periods.hpp"
#include "base/text.hpp"
#include "web/error_page.hpp"
#include "web/gate.hpp"
#include "web/pages/office_table_pages.hpp"
#include "web/pages/office_table_paths.hpp"

#include <algorithm>
#include <charconv>

namespace tiendo::web {
namespace {

constexpr std::size_t empty_columns = 5;

std::string kind_message(OfficeColumnKind kind)
{
    return std::string("office_table.kind_") + name_of(kind);
}

/// The table as it stands in a form, right or wrong.
OfficeTable typed_table(const Fields& form, const std::string& key)
{
    OfficeTable table;
    table.key = key;
    table.title = form["title"];
    table.note = form["note"];
    for (std::size_t i = 0; form.has("column_title_" + std::to_string(i)); ++i) {
        const auto of_column = [&](const char* field) {
            return std::string(form[field + std::to_string(i)]);
        };
        OfficeColumn column;
        column.key = of_column("column_key_");
        column.title = of_column("column_title_");
        column.kind = office_column_kind_named(of_column("kind_")).value_or(OfficeColumnKind::text);
        column.choices = split(of_column("choices_"), ';');
        column.is_summed = form.has("summed_" + std::to_string(i));
        // A line whose head was emptied is a column that is not wanted.
        if (!squeeze(column.title).empty()) table.columns.push_back(std::move(column));
    }
    for (auto& unit : form.all("unit"))
        table.units.emplace_back(std::move(unit));
    return table;
}

view::List kind_choices(OfficeColumnKind chosen, const Wording& words)
{
    view::List choices;
    for (const auto kind : office_column_kinds())
        choices.emplace_back(view::Object{
            {"value", name_of(kind)},
            {"label", words.text(kind_message(kind))},
            {"is_chosen", kind == chosen}
        });
    return choices;
}

view::List column_rows(std::vector<OfficeColumn> columns, const Wording& words)
{
    columns.resize(columns.size() + empty_columns);
    view::List rows;
    for (std::size_t i = 0; i < columns.size(); ++i)
        rows.emplace_back(view::Object{
            {"index", std::to_string(i)},
            {"number", std::to_string(i + 1)},
            {"key", columns[i].key},
            {"head", columns[i].title},
            {"kinds", kind_choices(columns[i].kind, words)},
            {"choices", join(columns[i].choices, "; ")},
            {"is_summed", columns[i].is_summed}
        });
    return rows;
}

view::List unit_rows(const Period& period, const OfficeTable& table, const UnitDirectory& directory)
{
    view::List rows;
    for (const auto& id : period.units) {
        const auto* unit = directory.find(id);
        rows.emplace_back(view::Object{
            {"value", id.str()},
            {"name", unit == nullptr ? id.str() : unit->short_name},
            {"is_chosen", std::ranges::find(table.units, id) != table.units.end()}
        });
    }
    return rows;
}

struct Edited {
    OfficeTable table{};
    std::int64_t revision = 0;
    bool has_rows = false; ///< units have typed: columns stay
};

/// What is kept; for a new table one that all units of the period answer.
Result<Edited> kept_table(app::Work& work, const OfficeTableOf& of, const Period& period)
{
    Edited edited;
    if (of.key.empty()) {
        edited.table.units = period.units;
        return edited;
    }
    auto kept = TRY(app::office_table(work, of.plan, of.period, of.key));
    edited.table = std::move(kept.table);
    edited.revision = kept.revision;
    edited.has_rows = !kept.typed_by.empty();
    return edited;
}

Result<Response> edit_page(Visit& visit, const Request& request, const Error* error)
{
    const auto& words = visit.words;
    return visit.read([&](app::Work& work) -> Result<Response> {
        const auto of = TRY(office_table_named(work, request));
        const auto period = TRY(app::period_of(work, of.plan, of.period));
        auto edited = TRY(kept_table(work, of, period));
        if (error != nullptr) edited.table = typed_table(request.form, of.key);
        const bool is_new = of.key.empty();
        view::Object data{
            {"title", words.text(is_new ? "office_table.new" : "office_table.change")},
            {"period", words.period(of.period)},
            {"action", is_new ? of.addresses().page("bang-rieng/moi") : of.page("sua")},
            {"list_path", of.list()},
            {"revision", std::to_string(edited.revision)},
            {"table_title", edited.table.title},
            {"note", edited.table.note},
            {"has_rows", edited.has_rows},
            {"columns", column_rows(edited.table.columns, words)},
            {"units", unit_rows(period, edited.table, app::directory(work))},
            {"has_problems", false},
        };
        if (error != nullptr) show_problems(data, *error, words);
        return html(
            visit.page("office_table_edit", std::move(data)),
            error == nullptr ? 200 : status_of(error->kind)
        );
    });
}

Result<Response> keep_table(Visit& visit, const Request& request)
{
    const auto of =
        TRY(visit.read([&](app::Work& work) { return office_table_named(work, request); }));
    std::int64_t revision = 0;
    const auto text = request.form["revision"];
    std::from_chars(text.data(), text.data() + text.size(), revision);
    const auto kept = visit.write([&](app::Work& work) {
        return app::put_office_table(
            work, of.plan, of.period, typed_table(request.form, of.key), revision
        );
    });
    if (!kept) return edit_page(visit, request, &kept.error());
    const OfficeTableOf made{of.plan, of.period, *kept};
    return with_notice(
        see_other(made.page({})), of.key.empty() ? "office_table.made" : "office_table.changed"
    );
}

view::Object table_line(const OfficeTable& table, const OfficeTableOf& of, const Wording& words)
{
    std::vector<std::string> heads;
    for (const auto& column : table.columns)
        heads.push_back(column.title);
    return {
        {"name", table.title},
        {"path", OfficeTableOf{of.plan, of.period, table.key}.page({})},
        {"heads", join(heads, " · ")},
        {"units",
         words.text("office_table.unit_count", {{"count", std::to_string(table.units.size())}})}
    };
}

} // namespace

Result<Response> get_office_tables(Visit& visit, const Request& request)
{
    const auto& words = visit.words;
    return visit.read([&](app::Work& work) -> Result<Response> {
        const auto of = TRY(office_table_named(work, request));
        view::List tables;
        for (const auto& table : TRY(app::office_tables(work, of.plan, of.period)))
            tables.emplace_back(table_line(table, of, words));
        const auto period = TRY(app::period_of(work, of.plan, of.period));
        const bool is_open = period.state == PeriodState::open;
        view::Object data{
            {"title", words.text("office_table.list_title", {{"period", words.period(of.period)}})},
            {"has_tables", !tables.empty()},
            {"tables", std::move(tables)},
            {"may_edit", is_open && may(work.actor, Right::edit_plan)},
            {"new_path", of.addresses().page("bang-rieng/moi")},
            {"reports_path", of.addresses().page("bao-cao")},
        };
        return html(visit.page("office_tables", std::move(data)));
    });
}

Result<Response> get_new_office_table(Visit& visit, const Request& request)
{
    return edit_page(visit, request, nullptr);
}

Result<Response> post_new_office_table(Visit& visit, const Request& request)
{
    return keep_table(visit, request);
}

Result<Response> get_office_table_change(Visit& visit, const Request& request)
{
    return edit_page(visit, request, nullptr);
}

Result<Response> post_office_table_change(Visit& visit, const Request& request)
{
    return keep_table(visit, request);
}

Result<Response> post_office_table_removal(Visit& visit, const Request& request)
{
    const auto of =
        TRY(visit.read([&](app::Work& work) { return office_table_named(work, request); }));
    (void)TRY(visit.write([&](app::Work& work) {
        return app::remove_office_table(work, of.plan, of.period, of.key);
    }));
    return with_notice(see_other(of.list()), "office_table.removed");
}

} // namespace tiendo::web
