#include "web/pages/superior_form.hpp"

#include "app/issuing/superior_forms.hpp"
#include "app/org/directory.hpp"
#include "web/error_page.hpp"
#include "web/gate.hpp"
#include "web/pages/plan_paths.hpp"
#include "web/pages/scan_view.hpp"
#include "web/pages/superior_form_choices.hpp"
#include "web/pages/superior_form_view.hpp"
#include "web/percent.hpp"
#include "web/views/plan_addresses.hpp"

#include <charconv>

namespace tiendo::web {
namespace {

constexpr std::string_view xlsx_type =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

Result<Response> list_page(Visit& visit, const FormAddress& of, const Error* refused)
{
    return visit.read([&](app::Work& work) -> Result<Response> {
        view::List rows;
        for (const auto& form : TRY(app::superior_forms(work, of.plan))) {
            rows.emplace_back(view::Object{
                {"name", form.name},
                {"path", FormAddress{of.plan, of.period, form.id}.page()},
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
        data.set("path", of.list());
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

Result<app::SuperiorForm> form_at(Visit& visit, const FormAddress& of)
{
    return visit.read([&](app::Work& work) {
        return app::superior_form(work, of.plan, of.period, of.form);
    });
}

Result<Response> form_page(Visit& visit, const FormAddress& of, const Error* refused)
{
    const auto form = TRY(form_at(visit, of));
    auto data = form_view(form, visit.words, may(visit.actor, Right::write_report));
    data.set("path", of.page());
    data.set("list_path", of.list());
    data.set("has_problems", false);
    if (refused != nullptr) show_problems(data, *refused, visit.words);
    return html(visit.page("superior_form", data), refused == nullptr ? 200 : 422);
}

std::int64_t revision_in(const Fields& form)
{
    const auto text = form["revision"];
    std::int64_t revision = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), revision);
    return error == std::errc{} ? revision : 0;
}

/// The page where a cell's figure comes from; empty for words that were typed.
std::string source_of(const FormAddress& of, const Filling& filling)
{
    const PlanAddresses addresses(of.plan, of.period);
    switch (about(filling.with)) {
    case FilledAbout::measure:
        return filling.unit.empty() ? addresses.measure(filling.measure)
                                    : addresses.cell(filling.unit, filling.measure);
    case FilledAbout::task:
        return addresses.task(filling.task);
    case FilledAbout::report:
        return addresses.page("tong-hop");
    case FilledAbout::unit:
    case FilledAbout::words:
        break;
    }
    return {};
}

view::List cell_views(const app::SuperiorForm& form, const FormAddress& of, const Wording& words)
{
    view::List cells;
    for (const auto& [place, filling] : form.fillings) {
        const auto& cell = form.cells.at(place);
        const auto source = source_of(of, filling);
        cells.emplace_back(view::Object{
            {"place", words_of_place(form.tables, place, words)},
            {"what", words_of_filling(form, filling, words)},
            {"is_empty", cell.why != WhyEmpty::none},
            {"value",
             cell.why == WhyEmpty::none
                 ? cell.text
                 : words.text(std::string("superior_form.why_") + name_of(cell.why))},
            {"has_source", !source.empty()},
            {"source", source}
        });
    }
    return cells;
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
    const auto form = visit.office.read_form(file->bytes, file->filename);
    if (!form) return list_page(visit, of, &form.error());
    of.form = TRY(visit.write([&](app::Work& work) {
        return app::add_superior_form(work, of.plan, *form);
    }));
    return see_other(of.page());
}

Result<Response> get_superior_form(Visit& visit, const Request& request)
{
    return form_page(visit, form_in_path(request), nullptr);
}

Result<Response> post_fillings(Visit& visit, const Request& request)
{
    const auto of = form_in_path(request);
    const auto form = TRY(form_at(visit, of));
    const auto fillings = fillings_in(request.form, form);
    TRY(visit.write([&](app::Work& work) {
        return app::put_fillings(work, of.plan, of.form, fillings, revision_in(request.form));
    }));
    return with_notice(see_other(of.page()), "superior_form.saved");
}

Result<Response> post_single_cell(Visit& visit, const Request& request)
{
    const auto of = form_in_path(request);
    const auto revision = revision_in(request.form);
    const auto removed = request.form["remove"];
    const auto put = visit.write([&](app::Work& work) {
        if (!removed.empty())
            return app::remove_single_cell(work, of.plan, of.form, place_named(removed), revision);
        return app::put_single_cell(work, of.plan, of.form, single_cell_in(request.form), revision);
    });
    if (!put && put.error().kind == Refusal::invalid) return form_page(visit, of, &put.error());
    if (!put) return put.error();
    return with_notice(see_other(of.page()), "superior_form.saved");
}

Result<Response> get_form_cells(Visit& visit, const Request& request)
{
    const auto of = form_in_path(request);
    const auto form = TRY(form_at(visit, of));
    auto cells = cell_views(form, of, visit.words);
    return html(visit.page(
        "superior_form_cells",
        {{"title", visit.words.text("superior_form.cells_title", {{"name", form.line.name}})},
         {"form_path", of.page()},
         {"has_cells", !cells.empty()},
         {"cells", std::move(cells)}}
    ));
}

Result<Response> get_filled_form(Visit& visit, const Request& request)
{
    const auto of = form_in_path(request);
    const auto filled = TRY(visit.read([&](app::Work& work) {
        return app::form_to_fill(work, of.plan, of.period, of.form);
    }));
    auto bytes = TRY(visit.office.fill_form(filled.form, filled.cells));
    return download(
        std::move(bytes), filled.form.name, is_workbook(filled.form.tables) ? xlsx_type : docx_type
    );
}

} // namespace tiendo::web
