#pragma once

#include "documents/workbook/xlsx_book.hpp"
#include "domain/report/figure_table.hpp"
#include "domain/report/table_layout.hpp"

#include <string>
#include <vector>

/// The sheets of the standard table; for the files of this folder.
namespace tiendo::documents {

/// What they have in common: looks, head, cells.
class FigureSheets {
public:
    using Align = CellStyle::Align;
    using Shows = CellStyle::Shows;

    static const CellStyle text_style;
    static const CellStyle centred_style;
    static const CellStyle word_style; ///< for what stands in the place of a number
    static const CellStyle group_style;
    static const CellStyle head_style;
    static CellStyle number_style(Shows shows, int decimals = 2);

    explicit FigureSheets(const FigureTable& figures)
        : table(figures), book(figures.taken_at, figures.title)
    {
    }

    /// The office, a title and what it is about; answers the row after them.
    int write_title(XlsxSheet& sheet, int last_column, const char* title);
    void write_figure(XlsxSheet& sheet, int row, int column, const FigureCell& cell);
    XlsxSheet::Page page(int head_row, int kept_columns) const;

    const FigureTable& table;
    XlsxBook book;
};

void write_table_sheet(FigureSheets& sheets, const TableLayout& layout);
void write_matrix_sheet(FigureSheets& sheets);
void write_chart_sheet(FigureSheets& sheets);
void write_series_sheet(FigureSheets& sheets);

} // namespace tiendo::documents
