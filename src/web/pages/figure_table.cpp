#include "web/pages/figure_table.hpp"

#include "app/figure/figure_workbook.hpp"
#include "app/figure/figures.hpp"
#include "web/gate.hpp"
#include "web/pages/map_choice.hpp"
#include "web/pages/plan_paths.hpp"
#include "web/pages/plan_period.hpp"

namespace tiendo::web {
namespace {

constexpr const char* xlsx_type =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

std::string columns_path(const PlanId& plan)
{
    return plan_path(plan, "bieu-tong-hop/cot");
}

view::List column_views(const std::vector<app::NamedColumn>& columns, const Wording& words)
{
    view::List list;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto& column = columns[i];
        const auto named = [&](const char* key) {
            return words.text(key, {{"column", column.head}});
        };
        list.emplace_back(view::Object{
            {"head", column.head},
            {"name", name_of(column.column)},
            {"is_shown", column.is_shown},
            {"may_be_hidden", may_be_hidden(column.column)},
            {"is_first", i == 0},
            {"is_last", i + 1 == columns.size()},
            {"earlier", named("figure_table.earlier_of")},
            {"later", named("figure_table.later_of")},
            {"hide", named("figure_table.hide_of")},
            {"show", named("figure_table.show_of")},
        });
    }
    return list;
}

} // namespace

Result<Response> get_figure_table(Visit& visit, const Request& request)
{
    const auto plan = plan_in_address(request);
    std::string name;
    auto made = visit.read([&](app::Work& work) -> Result<std::string> {
        const auto period = TRY(required_period(work, plan, request));
        name = "bieu-tong-hop-" + period.str() + ".xlsx";
        const auto map = TRY(map_day_in(request, app::day_of_map(work)));
        return app::figure_workbook(work, plan, period, map);
    });
    return download(TRY(std::move(made)), name, xlsx_type);
}

Result<Response> get_table_columns(Visit& visit, const Request& request)
{
    const auto plan = plan_in_address(request);
    const auto columns =
        TRY(visit.read([&](app::Work& work) { return app::table_columns(work, plan); }));
    const bool may_change = may(visit.actor, Right::write_report);
    return html(visit.page(
        "table_columns",
        {{"title", visit.words.text("figure_table.columns_title")},
         {"path", columns_path(plan)},
         {"file_path", plan_path(plan, "bieu-tong-hop.xlsx")},
         {"overview_path", plan_path(plan, "tong-quan")},
         {"may_change", may_change},
         {"columns", column_views(columns, visit.words)}}
    ));
}

/// The pressed button says what is changed about which column: "earlier/unit"; "reset" all of it.
Result<Response> post_table_columns(Visit& visit, const Request& request)
{
    const auto plan = plan_in_address(request);
    const auto pressed = request.form["change"];
    if (pressed == "reset") {
        TRY(visit.write([&](app::Work& work) { return app::reset_table_columns(work, plan); }));
        return with_notice(see_other(columns_path(plan)), "figure_table.columns_reset");
    }
    const auto slash = pressed.find('/');
    const auto change = layout_change_named(pressed.substr(0, slash));
    const auto column = slash == std::string_view::npos
                            ? std::nullopt
                            : table_column_named(pressed.substr(slash + 1));
    if (!change || !column) throw BadRequest("no such change of the columns");
    TRY(visit.write([&](app::Work& work) {
        return app::change_table_columns(work, plan, *column, *change);
    }));
    return see_other(columns_path(plan));
}

} // namespace tiendo::web
