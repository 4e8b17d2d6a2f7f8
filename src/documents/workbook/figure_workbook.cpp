#include "documents/workbook/figure_workbook.hpp"

#include "base/text.hpp"
#include "documents/workbook/figure_sheets.hpp"
#include "documents/writing/official_words.hpp"

#include <fmt/format.h>

namespace tiendo::documents {

const CellStyle FigureSheets::text_style{.is_framed = true};
const CellStyle FigureSheets::centred_style{.align = Align::centre, .is_framed = true};
const CellStyle FigureSheets::word_style{
    .italic = true, .align = Align::centre, .is_framed = true, .is_muted = true
};
const CellStyle FigureSheets::group_style{.bold = true, .is_framed = true};
const CellStyle FigureSheets::head_style{
    .align = Align::centre, .is_framed = true, .is_head = true
};

CellStyle FigureSheets::number_style(Shows shows, int decimals)
{
    return {.align = Align::right, .is_framed = true, .shows = shows, .decimals = decimals};
}

int FigureSheets::write_title(XlsxSheet& sheet, int last_column, const char* title)
{
    const auto day = vietnamese_date(local_time(table.taken_at).day);
    sheet.across(0, 0, last_column, to_upper(table.issuer), {.bold = true});
    sheet.across(
        1,
        0,
        last_column,
        official_words(title, {}),
        {.size = 15, .bold = true, .align = Align::centre}
    );
    sheet.at_least(1, 28);
    sheet.across(
        2,
        0,
        last_column,
        official_words("sheet.of", {{"title", table.title}, {"period", table.period}}),
        {.italic = true, .align = Align::centre}
    );
    sheet.across(
        3,
        0,
        last_column,
        official_words("sheet.taken_at", {{"time", clock_time(table.taken_at)}, {"day", day}}) +
            ". " + official_words("sheet.rates", {}) + (table.map.empty() ? "" : " " + table.map) +
            (table.notice.empty() ? "" : " " + table.notice),
        {.italic = true, .is_muted = true}
    );
    return 4;
}

void FigureSheets::write_figure(XlsxSheet& sheet, int row, int column, const FigureCell& cell)
{
    if (cell.share) {
        const auto& share = *cell.share;
        const auto times = share.factor == 1 ? std::string{} : fmt::format("*{}", share.factor);
        sheet.formula(
            row,
            column,
            fmt::format("={}/{}{}", share.numerator.str(), share.denominator.str(), times),
            share.rounded,
            number_style(Shows::rate, share.decimals)
        );
    } else if (cell.count) {
        const auto shows = cell.count->is_whole() ? Shows::whole : Shows::number;
        sheet.number(row, column, *cell.count, number_style(shows));
    } else {
        sheet.text(row, column, cell.words, word_style);
    }
}

XlsxSheet::Page FigureSheets::page(int head_row, int kept_columns) const
{
    XlsxSheet::Page page;
    page.head_row = head_row;
    page.kept_columns = kept_columns;
    page.header = table.mark;
    page.footer = table.issuer;
    page.is_protected = false;
    return page;
}

std::string write_figure_workbook(const FigureTable& table, const TableLayout& layout)
{
    FigureSheets sheets(table);
    write_table_sheet(sheets, layout);
    write_matrix_sheet(sheets);
    write_chart_sheet(sheets);
    if (!table.series.empty()) write_series_sheet(sheets);
    return sheets.book.bytes();
}

} // namespace tiendo::documents
