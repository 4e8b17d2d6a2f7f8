#include "base/number_text.hpp"
#include "base/text.hpp"
#include "domain/report/figure_runs.hpp"
#include "domain/report/figure_table.hpp"
#include "domain/report/report_writer.hpp"

#include <algorithm>

namespace tiendo {
namespace {

Runs words(std::string text)
{
    return {plain(std::move(text))};
}

Runs figure(const MeasureFigure& row, std::string text, const char* part)
{
    if (text.empty()) return {};
    return {sourced(std::move(text), row.measure.id.str() + "#" + part)};
}

/// A signed difference to the target; nothing where there is no single rate.
std::string against_plan_words(const MeasureFigure& row)
{
    const auto difference =
        row.figure.parts.size() == 1 ? against_plan(row, row.figure.parts.front()) : std::nullopt;
    if (!difference) return {};
    return (*difference > Decimal{} ? "+" : "") +
           vietnamese_number(*difference, row.indicator.decimals);
}

std::string
last_year_words(const MeasureFigure& row, const PeriodId& period, const OfficialWords& say)
{
    const auto* last = row.last_year(period);
    if (last == nullptr || last->parts.size() != 1) return {};
    return rate_words(last->parts[0], row.indicator, say);
}

std::string change_cell(const MeasureFigure& row, const PeriodId& period)
{
    const auto change = change_from_last_year(row, period);
    if (!change) return {};
    return (*change > Decimal{} ? "+" : "") + vietnamese_number(*change, row.indicator.decimals);
}

Runs value_cell(const MeasureFigure& row, const OfficialWords& say)
{
    if (!row.figure.parts.empty()) return value_runs(row, say);
    return {};
}

std::string
remarks_of(const MeasureFigure& row, const ReportMaterial& material, const OfficialWords& say)
{
    std::vector<std::string> remarks{why_open(row), coverage_words(row, material, say)};
    std::erase(remarks, std::string{});
    return join(remarks, "; ");
}

TableRow row_of(const MeasureFigure& row, const ReportMaterial& material, const OfficialWords& say)
{
    return {
        {words(row.measure.id.str()),
         words(subject_of(row, say)),
         words(row.indicator.unit),
         figure(row, last_year_words(row, material.period.id, say), "last_year"),
         words(quantity_words(row.measure, row.indicator, say)),
         value_cell(row, say),
         figure(row, against_plan_words(row), "against_plan"),
         figure(row, change_cell(row, material.period.id), "against_last_year"),
         figure(row, verdict_words(row, say), "verdict"),
         words(remarks_of(row, material, say))},
        false
    };
}

} // namespace

Table standard_table(const ReportMaterial& material, const OfficialWords& say)
{
    const bool estimated = std::ranges::any_of(material.rows, [](const MeasureFigure& row) {
        return row.figure.estimated;
    });
    Table table;
    const auto column = [&](const char* key, int width, Alignment alignment) {
        table.columns.push_back({say(std::string("table.") + key, {}), width, alignment});
    };
    column("number", 11, Alignment::centre);
    column("measure", 62, Alignment::left);
    column("unit", 20, Alignment::centre);
    column("last_year", 20, Alignment::right);
    column("target", 28, Alignment::left);
    column(estimated ? "estimate" : "value", 32, Alignment::right);
    column("against_plan", 20, Alignment::right);
    column("against_last_year", 20, Alignment::right);
    column("verdict", 20, Alignment::left);
    column("remarks", 32, Alignment::left);

    for (const auto& objective : material.plan.objectives) {
        TableRow group;
        group.group = true;
        auto title =
            words(say("report.objective", {{"id", objective.id}, {"title", objective.title}}));
        title[0].bold = true;
        group.cells.push_back(std::move(title));
        table.rows.push_back(std::move(group));
        for (const auto& row : material.rows) {
            if (row.measure.objective == objective.id)
                table.rows.push_back(row_of(row, material, say));
        }
    }
    return table;
}

} // namespace tiendo
