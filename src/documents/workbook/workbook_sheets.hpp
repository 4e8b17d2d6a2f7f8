#pragma once

#include "documents/workbook/unit_workbook.hpp"
#include "documents/workbook/xlsx_book.hpp"

#include <string>
#include <vector>

namespace tiendo::documents {

/// What the sheets of a unit's workbook have in common: their looks, their heads, their rules.
class WorkbookSheets {
public:
    using Align = CellStyle::Align;
    using Shows = CellStyle::Shows;

    static const CellStyle unit_style;
    static const CellStyle title_style;
    static const CellStyle subtitle_style;
    static const CellStyle hint_style;
    static const CellStyle head_style;
    static const CellStyle label_style;
    static const CellStyle code_style;
    static const CellStyle centred_style;
    static const CellStyle unseen_style; ///< for the program that reads the file, not for people
    static const CellStyle closed_style;
    static const CellStyle key_style;
    static CellStyle input(Shows shows = Shows::general);
    static CellStyle chosen();

    WorkbookSheets(const UnitWorkbook& unit_workbook, const WorkbookWords& say_words)
        : workbook(unit_workbook), words(say_words),
          book(unit_workbook.deadline_at, unit_workbook.plan_title)
    {
    }

    std::string say(std::string_view key, const std::map<std::string, std::string>& args = {}) const
    {
        return words(key, args);
    }

    /// How a sheet is printed; -1 for one without a head that is repeated.
    XlsxSheet::Page page(int head_row, int kept_columns) const;
    /// Unit, title, period and a hint above a table; answers the row after them.
    int write_title(XlsxSheet& sheet, int last_column, const std::string& title, const char* hint)
        const;
    void write_heads(XlsxSheet& sheet, int row, const std::vector<std::string>& heads) const;
    /// A number where it is one, else the text as it was typed.
    void write_typed(XlsxSheet& sheet, int row, int column, const std::string& typed) const;

    CellRule choice_of(std::vector<std::string> choices) const;
    CellRule day_rule() const;
    CellRule number_rule(bool is_whole) const;

    const UnitWorkbook& workbook;
    const WorkbookWords& words;
    XlsxBook book;
};

void write_measure_sheet(WorkbookSheets& sheets);
void write_task_sheet(WorkbookSheets& sheets);
void write_activity_sheet(WorkbookSheets& sheets);

} // namespace tiendo::documents
