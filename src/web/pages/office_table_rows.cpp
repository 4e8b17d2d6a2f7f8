#include "app/consolidation/office_table_rows.hpp"

#include "app/org/directory.hpp"
#include "app/period/office_tables.hpp"
#include "base/number_text.hpp"
#include "base/text.hpp"
#include "web/gate.hpp"
#include "web/pages/list_part.hpp"
#include "web/pages/office_table_pages.hpp"
#include "web/pages/office_table_paths.hpp"
#include "web/views/activity_words.hpp"
#include "web/views/unit_words.hpp"

namespace tiendo::web {
namespace {

constexpr const char* xlsx_type =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

bool is_number(const OfficeColumn& column)
{
    return column.kind == OfficeColumnKind::whole || column.kind == OfficeColumnKind::decimal;
}

view::List cells_of(const OfficeTable& table, const ActivityRow& row, const Wording& words)
{
    const auto shown = activity_table_of(table);
    view::List cells;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const auto& column = table.columns[i];
        const auto found = row.find(column.key);
        auto text = found == row.end() ? std::string{} : found->second;
        if (const auto number = is_number(column) ? read_typed_number(text) : std::nullopt)
            text = words.number(number->value);
        else
            text = view::activity_text(shown, shown.columns[i], text, words);
        cells.emplace_back(view::Object{{"text", text}, {"is_number", is_number(column)}});
    }
    return cells;
}

void show_rows(
    view::Object& data,
    const app::OfficeTableRows& found,
    const OfficeTableOf& of,
    const Request& request,
    const Wording& words
)
{
    const auto& table = found.rows.table;
    const auto& directory = found.material.directory;
    view::List heads;
    view::List sums;
    for (const auto& column : table.columns) {
        heads.emplace_back(view::Object{{"text", column.title}, {"is_number", is_number(column)}});
        const auto sum = found.rows.sums.find(column.key);
        sums.emplace_back(view::Object{
            {"text", sum == found.rows.sums.end() ? std::string{} : words.number(sum->second)},
            {"is_number", is_number(column)}
        });
    }
    view::List rows;
    const ListPart part(found.rows.rows.size(), request);
    for (const auto& [unit, row] : part.of(found.rows.rows))
        rows.emplace_back(view::Object{
            {"unit", view::short_name(directory, unit)},
            {"path", of.addresses().report(unit)},
            {"cells", cells_of(table, row, words)}
        });
    const auto path = "/ke-hoach/" + of.plan.str() + "/bang-rieng/" + of.key;
    set_parts(data, part, {path, {{"ky", of.period.str()}}});
    data.set("heads", std::move(heads));
    data.set("has_rows", !rows.empty());
    data.set(
        "summary",
        words.text("office_table.summary", {{"rows", std::to_string(found.rows.rows.size())}})
    );
    data.set("rows", std::move(rows));
    data.set("has_sums", !found.rows.sums.empty());
    data.set("sums", std::move(sums));
    data.set("has_without", !found.rows.without_rows.empty());
    data.set("without", view::unit_names(found.rows.without_rows, directory, words));
    data.set("has_awaited", !found.rows.awaited.empty());
    data.set("awaited", view::unit_names(found.rows.awaited, directory, words));
}

} // namespace

Result<Response> get_office_table_rows(Visit& visit, const Request& request)
{
    const auto& words = visit.words;
    return visit.read([&](app::Work& work) -> Result<Response> {
        const auto of = TRY(office_table_named(work, request));
        const auto kept = TRY(app::office_table(work, of.plan, of.period, of.key));
        const auto found = TRY(app::office_table_rows(work, of.plan, of.period, of.key));
        const bool may_edit =
            found.material.period.state == PeriodState::open && may(work.actor, Right::edit_plan);
        view::Object data{
            {"title", kept.table.title},
            {"period", words.period(of.period)},
            {"note", kept.table.note},
            {"may_edit", may_edit},
            {"may_remove", may_edit && kept.typed_by.empty()},
            {"change_path", of.page("sua")},
            {"remove_path", of.page("bo")},
            {"file_path", of.page("bang.xlsx")},
            {"list_path", of.list()},
        };
        show_rows(data, found, of, request, words);
        return html(visit.page("office_table", std::move(data)));
    });
}

Result<Response> get_office_table_workbook(Visit& visit, const Request& request)
{
    std::string name;
    auto made = visit.read([&](app::Work& work) -> Result<std::string> {
        const auto of = TRY(office_table_named(work, request));
        name = "bang-rieng-" + of.key + "-" + of.period.str() + ".xlsx";
        return app::office_table_workbook(work, of.plan, of.period, of.key);
    });
    return download(TRY(std::move(made)), name, xlsx_type);
}

} // namespace tiendo::web
