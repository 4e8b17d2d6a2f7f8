#include "documents/workbook/workbook_lines.hpp"
#include "documents/workbook/workbook_sheets.hpp"

#include <algorithm>

namespace tiendo::documents {
namespace {

using Shows = CellStyle::Shows;
using Sheets = WorkbookSheets;

constexpr int spare_rows = 5; ///< empty rows that each table offers
constexpr std::size_t columns_min = 6;
constexpr int first_column = 2;
const CellStyle table_style{.size = 13, .bold = true};

class ActivitySheet {
public:
    explicit ActivitySheet(Sheets& sheets)
        : sheets_(sheets), sheet_(sheets.book.add_sheet(sheets.say("workbook_file.activities")))
    {
    }

    void write()
    {
        std::size_t columns = columns_min;
        for (const auto& table : sheets_.workbook.form.activities)
            columns = std::max(columns, table.columns.size());
        std::vector<double> widths{0, 6, 38, 18, 32, 24, 18};
        widths.resize(columns + first_column, 18);
        sheet_.set_columns(widths);
        const auto last = static_cast<int>(columns) + 1;
        row_ = sheets_.write_title(
            sheet_,
            last,
            sheets_.say("workbook_file.activities_title"),
            "workbook_file.activities_hint"
        );
        int number = 0;
        for (const auto& table : sheets_.workbook.form.activities) {
            const auto title = title_of(table, sheets_.words);
            sheet_.text(row_, 0, "activity/" + table.key, Sheets::key_style);
            sheet_.text(row_, 1, std::to_string(++number) + ".", table_style);
            sheet_.across(row_, first_column, last, title, table_style);
            sheet_.at_least(row_, 28);
            ++row_;
            write_table(table);
        }
        auto page = sheets_.page(-1, 0);
        page.may_insert_rows = true;
        sheet_.finish(page);
    }

private:
    void write_table(const ActivityTable& table)
    {
        std::vector<std::string> heads{sheets_.say("workbook_file.number")};
        for (const auto& column : table.columns)
            heads.push_back(head_of(table, column, sheets_.words));
        sheets_.write_heads(sheet_, row_++, heads);
        const int first = row_;
        const auto& kept = sheets_.workbook.answers.activities;
        const auto found = kept.find(table.key);
        const auto rows = found == kept.end() ? std::vector<ActivityRow>{} : found->second;
        for (const auto& row : rows)
            write_row(table, row, first);
        for (int i = 0; i < spare_rows; ++i)
            write_row(table, {}, first);
        int column = first_column;
        for (const auto& each : table.columns)
            write_rule(first, column++, table, each);
    }

    void write_row(const ActivityTable& table, const ActivityRow& row, int first)
    {
        sheet_.text(row_, 0, "row/" + table.key, Sheets::key_style);
        sheet_.text(row_, 1, std::to_string(row_ - first + 1), Sheets::centred_style);
        int column = first_column;
        for (const auto& each : table.columns) {
            const auto found = row.find(each.key);
            const auto kept = found == row.end() ? std::string{} : found->second;
            write_cell(column++, each.kind, words_of(table, each, kept, sheets_.words));
        }
        ++row_;
    }

    void write_cell(int column, ColumnKind kind, const std::string& kept)
    {
        switch (kind) {
        case ColumnKind::text:
        case ColumnKind::link:
        case ColumnKind::choice:
            sheet_.text(row_, column, kept, Sheets::input(Shows::text));
            return;
        case ColumnKind::date:
            if (const auto day = parse_iso_date(kept))
                sheet_.day(row_, column, *day, Sheets::input(Shows::date));
            else
                sheet_.text(row_, column, kept, Sheets::input(Shows::date));
            return;
        case ColumnKind::number:
        case ColumnKind::money:
            sheets_.write_typed(sheet_, row_, column, kept);
            return;
        }
    }

    /// For all rows of a table down to the one before this.
    void write_rule(int first, int column, const ActivityTable& table, const ActivityColumn& shown)
    {
        switch (shown.kind) {
        case ColumnKind::text:
        case ColumnKind::link:
            return;
        case ColumnKind::date:
            sheet_.rule(first, row_ - 1, column, sheets_.day_rule());
            return;
        case ColumnKind::number:
        case ColumnKind::money:
            sheet_.rule(
                first, row_ - 1, column, sheets_.number_rule(shown.kind == ColumnKind::number)
            );
            return;
        case ColumnKind::choice:
            std::vector<std::string> names;
            for (const auto& choice : shown.choices)
                names.push_back(words_of(table, shown, choice, sheets_.words));
            sheet_.rule(first, row_ - 1, column, sheets_.choice_of(std::move(names)));
            return;
        }
    }

    Sheets& sheets_;
    XlsxSheet sheet_;
    int row_ = 0;
};

} // namespace

void write_activity_sheet(WorkbookSheets& sheets)
{
    ActivitySheet(sheets).write();
}

} // namespace tiendo::documents
