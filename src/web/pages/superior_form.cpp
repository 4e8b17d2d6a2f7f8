#include "web/pages/superior_form.hpp"

#include "app/issuing/superior_forms.hpp"
#include "app/org/directory.hpp"
#include "app/period/periods.hpp"
#include "base/text.hpp"
#include "web/error_page.hpp"
#include "web/gate.hpp"
#include "web/pages/plan_paths.hpp"
#include "web/pages/scan_view.hpp"
#include "web/percent.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace tiendo::web {
namespace {

constexpr std::array kinds{
    FilledWith::value,
    FilledWith::counts,
    FilledWith::numerator,
    FilledWith::denominator,
    FilledWith::target,
    FilledWith::last_year,
    FilledWith::verdict
};

struct Of {
    PlanId plan{};
    PeriodId period{};
    std::string form{};
};

Of form_in_path(const Request& request)
{
    return {
        plan_in_path(request),
        PeriodId(std::string(request.path_parameters["period"])),
        std::string(request.path_parameters["form"])
    };
}

std::string list_path(const PlanId& plan, const PeriodId& period)
{
    return plan_path(plan, "bieu-cap-tren") + "/" + percent_encode(period.str());
}

std::string form_path(const Of& of)
{
    return list_path(of.plan, of.period) + "/" + percent_encode(of.form);
}

/// "t0r2c3": the name of a cell's field.
std::string field_of(const FormPlace& place)
{
    return "t" + std::to_string(place.table) + "r" + std::to_string(place.row) + "c" +
           std::to_string(place.cell);
}

view::List measure_options(const app::SuperiorForm& form, const MeasureId& chosen)
{
    view::List options;
    for (const auto& row : form.rows) {
        options.emplace_back(view::Object{
            {"value", row.measure.id.str()},
            {"label", row.measure.id.str() + " " + row.measure.title},
            {"is_selected", row.measure.id == chosen}
        });
    }
    return options;
}

view::List kind_options(const std::optional<FilledWith>& chosen, const Wording& words)
{
    view::List options;
    for (const auto kind : kinds) {
        options.emplace_back(view::Object{
            {"value", name_of(kind)},
            {"label", words.text(std::string("superior_form.with_") + name_of(kind))},
            {"is_selected", chosen == kind}
        });
    }
    return options;
}

/// What a whole row is about and a whole column is of: so that one choice fills many cells.
struct Grid {
    std::map<int, MeasureId> rows{};
    std::map<int, FilledWith> columns{};
};

Grid grid_of(const app::SuperiorForm& form, int table)
{
    Grid grid;
    for (const auto& [place, filling] : form.fillings) {
        if (place.table != table || filling.with == FilledWith::text) continue;
        grid.rows.emplace(place.row, filling.measure);
        grid.columns.emplace(place.cell, filling.with);
    }
    return grid;
}

view::Object
cell_view(const app::SuperiorForm& form, const FormPlace& place, const std::string& printed)
{
    const auto filling = form.fillings.find(place);
    const auto text = form.texts.find(place);
    const bool is_filled = filling != form.fillings.end();
    const bool is_words = is_filled && filling->second.with == FilledWith::text;
    return {
        {"printed", printed},
        {"is_open", waits_to_be_filled(printed)},
        {"field", field_of(place)},
        {"typed", is_words ? filling->second.text : std::string{}},
        {"is_filled", is_filled},
        {"filled", text == form.texts.end() ? std::string{} : text->second}
    };
}

view::List row_views(const app::SuperiorForm& form, int table, const Grid& grid)
{
    view::List rows;
    const auto& cells = form.tables[static_cast<std::size_t>(table)];
    for (int row = 0; row < static_cast<int>(cells.size()); ++row) {
        view::List list;
        bool has_open = false;
        const auto& texts = cells[static_cast<std::size_t>(row)];
        for (int cell = 0; cell < static_cast<int>(texts.size()); ++cell) {
            const auto& printed = texts[static_cast<std::size_t>(cell)];
            has_open = has_open || waits_to_be_filled(printed);
            list.emplace_back(cell_view(form, {table, row, cell}, printed));
        }
        const auto about = grid.rows.find(row);
        rows.emplace_back(view::Object{
            {"cells", std::move(list)},
            {"has_open", has_open},
            {"row_field", "t" + std::to_string(table) + "r" + std::to_string(row)},
            {"row_label", label_of_row(texts)},
            {"measures",
             measure_options(form, about == grid.rows.end() ? MeasureId{} : about->second)}
        });
    }
    return rows;
}

view::List
column_views(const app::SuperiorForm& form, int table, const Grid& grid, const Wording& words)
{
    view::List columns;
    const auto& rows = form.tables[static_cast<std::size_t>(table)];
    std::size_t count = 0;
    for (const auto& row : rows)
        count = std::max(count, row.size());
    for (int cell = 0; cell < static_cast<int>(count); ++cell) {
        const bool has_open = std::ranges::any_of(rows, [&](const auto& row) {
            return static_cast<std::size_t>(cell) < row.size() &&
                   waits_to_be_filled(row[static_cast<std::size_t>(cell)]);
        });
        if (!has_open) continue;
        const auto known = grid.columns.find(cell);
        const auto head = head_of_column(rows, cell);
        columns.emplace_back(view::Object{
            {"column_field", "t" + std::to_string(table) + "c" + std::to_string(cell)},
            {"column_label",
             words.text(
                 "superior_form.column", {{"number", std::to_string(cell + 1)}, {"head", head}}
             )},
            {"kinds",
             kind_options(
                 known == grid.columns.end() ? std::nullopt : std::optional(known->second), words
             )}
        });
    }
    return columns;
}

Response form_page(Visit& visit, const Of& of, const app::SuperiorForm& form)
{
    view::List tables;
    for (int table = 0; table < static_cast<int>(form.tables.size()); ++table) {
        const auto grid = grid_of(form, table);
        auto columns = column_views(form, table, grid, visit.words);
        const bool has_open = !columns.empty();
        tables.emplace_back(view::Object{
            {"name",
             visit.words.text("superior_form.table", {{"number", std::to_string(table + 1)}})},
            {"has_open", has_open},
            {"columns", std::move(columns)},
            {"rows", row_views(form, table, grid)}
        });
    }
    return html(visit.page(
        "superior_form",
        {{"title", visit.words.text("superior_form.title", {{"name", form.line.name}})},
         {"path", form_path(of)},
         {"list_path", list_path(of.plan, of.period)},
         {"revision", std::to_string(form.revision)},
         {"may_write", may(visit.actor, Right::write_report)},
         {"has_fillings", !form.fillings.empty()},
         {"count",
          visit.words.text(
              "superior_form.filled_cells", {{"count", std::to_string(form.fillings.size())}}
          )},
         {"tables", std::move(tables)}}
    ));
}

/// A cell's own words first, else what its row is about and its column is of.
Fillings fillings_in(const Fields& form, const FormTables& tables)
{
    Fillings fillings;
    for (int table = 0; table < static_cast<int>(tables.size()); ++table) {
        const auto& rows = tables[static_cast<std::size_t>(table)];
        for (int row = 0; row < static_cast<int>(rows.size()); ++row) {
            const auto& cells = rows[static_cast<std::size_t>(row)];
            const auto prefix = "t" + std::to_string(table);
            const auto measure = form[prefix + "r" + std::to_string(row)];
            for (int cell = 0; cell < static_cast<int>(cells.size()); ++cell) {
                if (!waits_to_be_filled(cells[static_cast<std::size_t>(cell)])) continue;
                const FormPlace place{table, row, cell};
                const auto words = squeeze(form[field_of(place)]);
                const auto kind = filled_with_named(form[prefix + "c" + std::to_string(cell)]);
                if (!words.empty())
                    fillings[place] = {FilledWith::text, {}, words};
                else if (!measure.empty() && kind)
                    fillings[place] = {*kind, MeasureId(std::string(measure)), {}};
            }
        }
    }
    return fillings;
}

Result<Response> list_page(Visit& visit, const Of& of, const Error* refused)
{
    return visit.read([&](app::Work& work) -> Result<Response> {
        view::List rows;
        for (const auto& form : TRY(app::superior_forms(work, of.plan))) {
            rows.emplace_back(view::Object{
                {"name", form.name},
                {"path", form_path({of.plan, of.period, form.id})},
                {"filled",
                 visit.words.text(
                     "superior_form.filled_cells", {{"count", std::to_string(form.filled)}}
                 )},
                {"by", app::person_named(work, form.by)},
                {"at", visit.words.moment(form.at)}
            });
        }
        view::Object data;
        data.set("title", visit.words.text("superior_form.list_title"));
        data.set("path", list_path(of.plan, of.period));
        data.set(
            "report_path", plan_path(of.plan, "tong-hop") + "?ky=" + percent_encode(of.period.str())
        );
        data.set("has_rows", !rows.empty());
        data.set("rows", std::move(rows));
        data.set("may_write", may(visit.actor, Right::write_report));
        data.set("has_problems", false);
        if (refused != nullptr) show_problems(data, *refused, visit.words);
        return html(visit.page("superior_forms", data), refused == nullptr ? 200 : 422);
    });
}

std::int64_t revision_in(const Fields& form)
{
    const auto text = form["revision"];
    std::int64_t revision = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), revision);
    return error == std::errc{} ? revision : 0;
}

} // namespace

Result<Response> get_superior_forms(Visit& visit, const Request& request)
{
    return list_page(visit, form_in_path(request), nullptr);
}

Result<Response> post_superior_form(Visit& visit, const Request& request)
{
    auto of = form_in_path(request);
    const auto* file = request.file("file");
    const auto missing = refuse(Refusal::invalid, "superior_form.no_file", {}, "file");
    if (file == nullptr) return list_page(visit, of, &missing);
    const auto tables = visit.office.read_form(file->bytes);
    if (!tables) return list_page(visit, of, &tables.error());
    const auto id = visit.write([&](app::Work& work) {
        return app::add_superior_form(work, of.plan, {file->filename, file->bytes, *tables});
    });
    if (!id) return id.error();
    of.form = *id;
    return see_other(form_path(of));
}

Result<Response> get_superior_form(Visit& visit, const Request& request)
{
    const auto of = form_in_path(request);
    const auto form = TRY(visit.read([&](app::Work& work) {
        return app::superior_form(work, of.plan, of.period, of.form);
    }));
    return form_page(visit, of, form);
}

Result<Response> post_fillings(Visit& visit, const Request& request)
{
    const auto of = form_in_path(request);
    const auto put_in = [&](app::Work& work) -> Result<Done> {
        const auto form = TRY(app::superior_form(work, of.plan, of.period, of.form));
        return app::put_fillings(
            work,
            of.plan,
            of.form,
            fillings_in(request.form, form.tables),
            revision_in(request.form)
        );
    };
    TRY(visit.write(put_in));
    return with_notice(see_other(form_path(of)), "superior_form.saved");
}

Result<Response> get_filled_form(Visit& visit, const Request& request)
{
    const auto of = form_in_path(request);
    const auto form = TRY(visit.read([&](app::Work& work) {
        return app::form_to_fill(work, of.plan, of.period, of.form);
    }));
    auto filled = TRY(visit.office.fill_form(form.bytes, form.texts));
    return download(std::move(filled), form.name, docx_type);
}

} // namespace tiendo::web
