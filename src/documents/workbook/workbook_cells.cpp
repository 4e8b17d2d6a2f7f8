#include "documents/workbook/workbook_cells.hpp"

#include "base/day_text.hpp"
#include "base/text.hpp"

namespace tiendo::documents {
namespace {

ReadSheetCell problem(const char* key, const SheetCell& cell)
{
    return {{}, Problem{key, {{"typed", cell.text}}, {}}};
}

/// What no column takes: an error, and a formula whose result was not kept.
std::optional<ReadSheetCell> unusable(const SheetCell& cell)
{
    if (cell.kind == SheetCellKind::error) return problem("workbook_cell.is_error", cell);
    if (cell.is_formula && cell.text.empty()) return problem("workbook_cell.not_computed", cell);
    return std::nullopt;
}

std::string vietnamese(const std::string& number)
{
    return replace_all(number, ".", ",");
}

} // namespace

ReadSheetCell number_in(const SheetCell& cell)
{
    if (const auto fault = unusable(cell)) return *fault;
    switch (cell.kind) {
    case SheetCellKind::text:
        return {squeeze(cell.text), {}};
    case SheetCellKind::number:
        return {vietnamese(cell.text), {}};
    case SheetCellKind::percent:
        return problem("workbook_cell.is_percent", cell);
    case SheetCellKind::date:
        return problem("workbook_cell.is_day", cell);
    case SheetCellKind::boolean:
    case SheetCellKind::error:
        break;
    }
    return problem("workbook_cell.is_boolean", cell);
}

ReadSheetCell text_in(const SheetCell& cell)
{
    if (const auto fault = unusable(cell)) return *fault;
    switch (cell.kind) {
    case SheetCellKind::text:
        return {std::string(trim(replace_all(cell.text, "\r\n", "\n"))), {}};
    case SheetCellKind::number:
        return {vietnamese(cell.text), {}};
    case SheetCellKind::percent:
        return {vietnamese(cell.text) + "%", {}};
    case SheetCellKind::date:
        if (const auto day = parse_iso_date(cell.text)) return {vietnamese_date(*day), {}};
        return problem("workbook_cell.not_a_day", cell);
    case SheetCellKind::boolean:
    case SheetCellKind::error:
        break;
    }
    return problem("workbook_cell.is_boolean", cell);
}

ReadSheetCell day_in(const SheetCell& cell, int year)
{
    if (const auto fault = unusable(cell)) return *fault;
    if (cell.kind == SheetCellKind::date) {
        if (parse_iso_date(cell.text)) return {cell.text, {}};
    } else if (cell.kind == SheetCellKind::text) {
        if (squeeze(cell.text).empty()) return {};
        if (const auto day = read_typed_day(cell.text, year)) return {iso_date(*day), {}};
    }
    return problem("workbook_cell.not_a_day", cell);
}

} // namespace tiendo::documents
