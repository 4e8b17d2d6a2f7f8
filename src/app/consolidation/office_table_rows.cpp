#include "app/consolidation/office_table_rows.hpp"

#include "app/consolidation/consolidated_reports.hpp"
#include "app/period/office_tables.hpp"
#include "documents/workbook/office_table_sheet.hpp"
#include "documents/writing/official_words.hpp"
#include "domain/chase/notice_text.hpp"

namespace tiendo::app {

Result<OfficeTableRows>
office_table_rows(Work& work, const PlanId& plan, const PeriodId& period, const std::string& key)
{
    const auto kept = TRY(office_table(work, plan, period, key));
    OfficeTableRows found;
    found.material = TRY(report_material(work, plan, period));
    found.rows = office_rows(kept.table, found.material);
    return found;
}

Result<std::string> office_table_workbook(
    Work& work, const PlanId& plan, const PeriodId& period, const std::string& key
)
{
    const auto found = TRY(office_table_rows(work, plan, period, key));
    documents::OfficeTableSheet sheet;
    sheet.rows = found.rows;
    for (const auto& row : found.rows.rows) {
        const auto* unit = found.material.directory.find(row.unit);
        sheet.units[row.unit] = unit == nullptr ? row.unit.str() : unit->name;
    }
    sheet.issuer = found.material.setup.issuer;
    sheet.plan = found.material.plan.head.title;
    sheet.period = period_in_words(period, documents::official_words);
    sheet.taken_at = work.now;
    sheet.mark = found.material.mark;
    return documents::write_office_table(sheet);
}

} // namespace tiendo::app
