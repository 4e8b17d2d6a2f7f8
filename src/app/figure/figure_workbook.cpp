#include "app/figure/figure_workbook.hpp"

#include "app/consolidation/consolidated_reports.hpp"
#include "app/plan/plans.hpp"
#include "documents/workbook/figure_workbook.hpp"
#include "documents/writing/official_words.hpp"

namespace tiendo::app {
namespace {

std::string setting_of(const PlanId& plan)
{
    return "table_columns/" + plan.str();
}

/// The plan is there, and the actor writes its reports.
Result<Done> require_writer(Work& work, const PlanId& plan)
{
    TRY(require(work, Right::write_report));
    TRY(plan_in_use(work, plan));
    return done;
}

} // namespace

TableLayout table_layout(Work& work, const PlanId& plan)
{
    return layout_from(work.kept.settings().find(setting_of(plan)).value_or(""));
}

Result<std::string>
figure_workbook(Work& work, const PlanId& plan, const PeriodId& period, std::optional<Date> map)
{
    const auto material = TRY(report_material(work, plan, period));
    return documents::write_figure_workbook(
        figure_table(material, documents::official_words, map), table_layout(work, plan)
    );
}

Result<std::vector<NamedColumn>> table_columns(Work& work, const PlanId& plan)
{
    TRY(require(work, Right::see_plan));
    TRY(plan_in_use(work, plan));
    std::vector<NamedColumn> columns;
    for (const auto& [column, is_shown] : table_layout(work, plan))
        columns.push_back(
            {column,
             documents::official_words("table." + std::string(name_of(column)), {}),
             is_shown}
        );
    return columns;
}

Result<Done>
change_table_columns(Work& work, const PlanId& plan, TableColumn column, LayoutChange change)
{
    TRY(require_writer(work, plan));
    const auto before = table_layout(work, plan);
    const auto after = changed(before, column, change);
    if (after == before) return done;
    work.kept.settings().put(setting_of(plan), to_text(after));
    record(work, "figure_table.columns_changed", {plan, {}, {}, name_of(column)});
    return done;
}

Result<Done> reset_table_columns(Work& work, const PlanId& plan)
{
    TRY(require_writer(work, plan));
    work.kept.settings().remove(setting_of(plan));
    record(work, "figure_table.columns_reset", {plan, {}, {}, {}});
    return done;
}

} // namespace tiendo::app
