#include "web/pages/consolidated_source.hpp"

#include "app/consolidation/consolidated_reports.hpp"
#include "base/text.hpp"
#include "domain/form/form.hpp"
#include "domain/report/activity_totals.hpp"
#include "web/pages/consolidated_paths.hpp"
#include "web/pages/plan_paths.hpp"
#include "web/views/plan_addresses.hpp"
#include "web/visit.hpp"

#include <algorithm>

namespace tiendo::web {
namespace {

/// The columns of the form in its order; what units filled besides them follows.
std::vector<std::string> columns_of(const ActivityTotal& total)
{
    std::vector<std::string> columns;
    for (const auto& table : activity_tables()) {
        if (table.key != total.table) continue;
        for (const auto& column : table.columns)
            columns.push_back(column.key);
    }
    for (const auto& reported : total.rows) {
        for (const auto& [column, text] : reported.row) {
            if (std::ranges::find(columns, column) == columns.end()) columns.push_back(column);
        }
    }
    return columns;
}

/// The message where there is one; a table that the office made keeps its own name.
std::string named(const Wording& words, const std::string& key, const std::string& fallback)
{
    return words.messages().has(words.language(), key) ? words.text(key) : fallback;
}

std::string cell_text(
    const ActivityRow& row,
    const std::string& table,
    const std::string& column,
    const Wording& words
)
{
    const auto found = row.find(column);
    if (found == row.end()) return {};
    if (const auto day = parse_iso_date(found->second)) return words.day(*day);
    return named(words, "activity." + table + "." + column + "." + found->second, found->second);
}

view::List cells_of(
    const ReportedRow& reported,
    const ActivityTotal& total,
    const std::vector<std::string>& columns,
    const Wording& words
)
{
    view::List cells;
    for (const auto& column : columns) {
        cells.emplace_back(view::Object{
            {"text", cell_text(reported.row, total.table, column, words)},
            {"is_number", total.sums.contains(column)}
        });
    }
    return cells;
}

} // namespace

Result<Response> get_activity_source(Visit& visit, const Request& request)
{
    const auto plan = plan_in_path(request);
    const auto period = period_in_path(request);
    const std::string table(request.path_parameters["table"]);
    return visit.read([&](app::Work& work) -> Result<Response> {
        const auto material = TRY(app::report_material(work, plan, period));
        const auto totals = add_up_activities(material);
        const auto found = totals.find(table);
        if (found == totals.end()) return refuse(Refusal::not_found, "consolidated.no_such_rows");
        const auto& total = found->second;
        const auto& words = visit.words;
        const PlanAddresses addresses(plan, period);
        const auto columns = columns_of(total);
        view::List heads;
        view::List sums;
        for (const auto& column : columns) {
            heads.emplace_back(
                view::Object{{"text", named(words, "activity." + table + "." + column, column)}}
            );
            const auto sum = total.sums.find(column);
            sums.emplace_back(view::Object{
                {"text", sum == total.sums.end() ? std::string{} : words.number(sum->second)}
            });
        }
        view::List rows;
        for (const auto& reported : total.rows) {
            const auto* unit = material.directory.find(reported.unit);
            rows.emplace_back(view::Object{
                {"unit", unit == nullptr ? reported.unit.str() : unit->short_name},
                {"path", addresses.report(reported.unit)},
                {"cells", cells_of(reported, total, columns, words)}
            });
        }
        return html(visit.page(
            "consolidated_source",
            {{"title", named(words, "activity." + table, table)},
             {"report_path", report_path(plan, period)},
             {"summary",
              words.text(
                  "consolidated.source_summary",
                  {{"rows", std::to_string(total.rows.size())},
                   {"units", std::to_string(total.units.size())}}
              )},
             {"heads", std::move(heads)},
             {"rows", std::move(rows)},
             {"sums", std::move(sums)}}
        ));
    });
}

} // namespace tiendo::web
