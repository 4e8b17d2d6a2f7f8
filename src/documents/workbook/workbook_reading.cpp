#include "documents/workbook/workbook_reading.hpp"

#include "domain/period/period.hpp"

#include <algorithm>

namespace tiendo::documents {

std::string item_of(const std::string& key)
{
    return key.starts_with("cell/") ? key.substr(0, key.rfind('/')) : key;
}

std::string text_at(const SheetRow& row, int column)
{
    const auto* cell = row.cell(column);
    return cell == nullptr ? std::string{} : cell->text;
}

WorkbookReading::WorkbookReading(
    const ReadIds& sealed, const UnitWorkbook& form, const WorkbookWords& words
)
    : ids(sealed), expected(form), say(words),
      year(parse_period(form.identity.period).value_or(PeriodName{}).year)
{
}

std::string WorkbookReading::place(const SheetRow& row, int column) const
{
    return sheet->name + "!" + cell_address(std::max(column, 1), row.number);
}

void WorkbookReading::remark(
    bool is_error, const std::string& item, Problem problem, const std::string& where
)
{
    problem.place = where;
    result.remarks.push_back({is_error, item, std::move(problem)});
}

std::string WorkbookReading::taken(
    const ReadSheetCell& found,
    const SheetCell& cell,
    const std::string& item,
    const std::string& where
)
{
    if (found.problem) {
        remark(true, item, *found.problem, where);
        return {};
    }
    if (cell.is_formula)
        remark(false, item, {"workbook_cell.formula", {{"typed", found.text}}}, where);
    return found.text;
}

} // namespace tiendo::documents
