#include "documents/workbook/figure_sheets.hpp"
#include "documents/writing/official_words.hpp"

namespace tiendo::documents {

void write_series_sheet(FigureSheets& sheets)
{
    const auto& table = sheets.table;
    auto sheet = sheets.book.add_sheet(official_words("sheet.series", {}));
    constexpr int first_period = 3;
    const int remarks = first_period + static_cast<int>(table.series_periods.size());
    std::vector<double> widths{7, 40, 24};
    widths.insert(widths.end(), table.series_periods.size(), 16);
    widths.push_back(40);
    sheet.set_columns(widths);
    const int head = sheets.write_title(sheet, remarks, "sheet.series_title");
    const auto head_text = [&](int column, const std::string& text) {
        sheet.text(head, column, text, FigureSheets::head_style);
    };
    head_text(0, official_words("table.number", {}));
    head_text(1, official_words("table.measure", {}));
    head_text(2, official_words("sheet.series_unit", {}));
    for (std::size_t i = 0; i < table.series_periods.size(); ++i)
        head_text(first_period + static_cast<int>(i), table.series_periods[i]);
    head_text(remarks, official_words("table.remarks", {}));
    int row = head;
    for (const auto& line : table.series) {
        ++row;
        const auto& style = line.is_total ? FigureSheets::group_style : FigureSheets::text_style;
        sheet.text(row, 0, line.number, FigureSheets::centred_style);
        sheet.text(row, 1, line.measure, style);
        sheet.text(row, 2, line.unit, style);
        for (std::size_t i = 0; i < line.cells.size(); ++i)
            sheets.write_figure(sheet, row, first_period + static_cast<int>(i), line.cells[i]);
        sheet.text(row, remarks, line.remarks, FigureSheets::text_style);
    }
    sheet.finish(sheets.page(head, first_period));
}

} // namespace tiendo::documents
