#include "documents/workbook/figure_sheets.hpp"
#include "documents/writing/official_words.hpp"

#include <algorithm>

namespace tiendo::documents {
namespace {

using Shows = CellStyle::Shows;

double width_of(TableColumn column)
{
    switch (column) {
    case TableColumn::number:
        return 7;
    case TableColumn::measure:
        return 44;
    case TableColumn::unit:
    case TableColumn::last_year:
    case TableColumn::value:
    case TableColumn::verdict:
        return 14;
    case TableColumn::target:
    case TableColumn::coverage:
        return 20;
    case TableColumn::numerator:
    case TableColumn::denominator:
    case TableColumn::against_plan:
    case TableColumn::against_last_year:
        return 11;
    case TableColumn::remarks:
        return 28;
    }
    return 14;
}

std::string head_of(TableColumn column, const FigureTable& table)
{
    if (column == TableColumn::value)
        return official_words(table.is_estimated ? "table.estimate" : "table.value", {});
    return official_words("table." + std::string(name_of(column)), {});
}

/// One row of the table on its sheet.
class TableRowWriter {
public:
    TableRowWriter(FigureSheets& sheets, XlsxSheet& sheet, int row)
        : sheets_(sheets), sheet_(sheet), row_(row)
    {
    }

    void write(int column, TableColumn what, const FigureTableRow& figure)
    {
        switch (what) {
        case TableColumn::number:
            return sheet_.text(row_, column, figure.number, FigureSheets::centred_style);
        case TableColumn::measure:
            return sheet_.text(row_, column, figure.measure, FigureSheets::text_style);
        case TableColumn::unit:
            return sheet_.text(row_, column, figure.unit, FigureSheets::centred_style);
        case TableColumn::last_year:
            return sheets_.write_figure(sheet_, row_, column, figure.last_year);
        case TableColumn::target:
            return sheet_.text(row_, column, figure.target, FigureSheets::centred_style);
        case TableColumn::value:
            return sheets_.write_figure(sheet_, row_, column, figure.value);
        case TableColumn::numerator:
            return write_count(column, figure.value, &Share::numerator);
        case TableColumn::denominator:
            return write_count(column, figure.value, &Share::denominator);
        case TableColumn::coverage:
            return sheet_.text(row_, column, figure.coverage, FigureSheets::centred_style);
        case TableColumn::against_plan:
            return write_difference(column, figure.against_plan, figure.decimals);
        case TableColumn::against_last_year:
            return write_difference(column, figure.against_last_year, figure.decimals);
        case TableColumn::verdict:
            return sheet_.text(row_, column, figure.verdict, FigureSheets::centred_style);
        case TableColumn::remarks:
            return sheet_.text(row_, column, figure.remarks, FigureSheets::text_style);
        }
    }

private:
    void write_count(int column, const FigureCell& cell, Decimal Share::* count)
    {
        FigureCell alone;
        if (cell.share) alone.count = *cell.share.*count;
        sheets_.write_figure(sheet_, row_, column, alone);
    }

    void write_difference(int column, const std::optional<Decimal>& difference, int decimals)
    {
        const auto style = FigureSheets::number_style(Shows::difference, decimals);
        if (difference)
            sheet_.number(row_, column, *difference, style);
        else
            sheet_.blank(row_, column, style);
    }

    FigureSheets& sheets_;
    XlsxSheet& sheet_;
    int row_;
};

} // namespace

void write_table_sheet(FigureSheets& sheets, const TableLayout& layout)
{
    const auto columns = shown_columns(layout);
    const auto last = static_cast<int>(columns.size()) - 1;
    auto sheet = sheets.book.add_sheet(official_words("sheet.table", {}));
    std::vector<double> widths;
    for (const auto column : columns)
        widths.push_back(width_of(column));
    sheet.set_columns(widths);
    const int head = sheets.write_title(sheet, last, "sheet.table_title");
    for (std::size_t i = 0; i < columns.size(); ++i)
        sheet.text(
            head, static_cast<int>(i), head_of(columns[i], sheets.table), FigureSheets::head_style
        );
    sheet.at_least(head, 36);
    int row = head;
    for (const auto& group : sheets.table.groups) {
        sheet.across(++row, 0, last, group.title, FigureSheets::group_style);
        for (const auto& figure : group.rows) {
            TableRowWriter writer(sheets, sheet, ++row);
            for (std::size_t i = 0; i < columns.size(); ++i)
                writer.write(static_cast<int>(i), columns[i], figure);
        }
    }
    // What names a row stays in sight, where it stands at the left.
    const auto measure = std::ranges::find(columns, TableColumn::measure) - columns.begin();
    sheet.finish(sheets.page(head, measure < 3 ? static_cast<int>(measure) + 1 : 0));
}

void write_matrix_sheet(FigureSheets& sheets)
{
    const auto& table = sheets.table;
    auto sheet = sheets.book.add_sheet(official_words("sheet.units", {}));
    const auto units = static_cast<int>(table.units.size());
    std::vector<double> widths{7, 40, 12};
    widths.insert(widths.end(), table.units.size(), 13);
    widths.insert(widths.end(), {13, 20});
    sheet.set_columns(widths);
    constexpr int first_unit = 3;
    const int whole = first_unit + units;
    const int head = sheets.write_title(sheet, whole + 1, "sheet.units_title");
    const auto head_text = [&](int column, const std::string& text) {
        sheet.text(head, column, text, FigureSheets::head_style);
    };
    head_text(0, official_words("table.number", {}));
    head_text(1, official_words("table.measure", {}));
    head_text(2, official_words("table.unit", {}));
    for (int i = 0; i < units; ++i)
        head_text(first_unit + i, table.units[static_cast<std::size_t>(i)]);
    head_text(whole, official_words("sheet.whole", {}));
    head_text(whole + 1, official_words("table.coverage", {}));
    int row = head;
    for (const auto& group : table.groups) {
        sheet.across(++row, 0, whole + 1, group.title, FigureSheets::group_style);
        for (const auto& figure : group.rows) {
            TableRowWriter writer(sheets, sheet, ++row);
            writer.write(0, TableColumn::number, figure);
            writer.write(1, TableColumn::measure, figure);
            writer.write(2, TableColumn::unit, figure);
            for (int i = 0; i < units; ++i)
                sheets.write_figure(
                    sheet, row, first_unit + i, figure.units[static_cast<std::size_t>(i)]
                );
            writer.write(whole, TableColumn::value, figure);
            writer.write(whole + 1, TableColumn::coverage, figure);
        }
    }
    sheet.finish(sheets.page(head, 2));
}

} // namespace tiendo::documents
