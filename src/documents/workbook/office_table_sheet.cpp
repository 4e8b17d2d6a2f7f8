#include "documents/workbook/office_table_sheet.hpp"

#include "base/number_text.hpp"
#include "base/text.hpp"
#include "documents/workbook/xlsx_book.hpp"
#include "documents/writing/official_words.hpp"

#include <fmt/format.h>

namespace tiendo::documents {
namespace {

using Align = CellStyle::Align;
using Shows = CellStyle::Shows;

constexpr int first_column = 2; // after the number and the unit
const CellStyle text_style{.is_framed = true};
const CellStyle centred_style{.align = Align::centre, .is_framed = true};
const CellStyle head_style{.align = Align::centre, .is_framed = true, .is_head = true};
const CellStyle sum_style{.bold = true, .is_framed = true};

CellStyle number_style(const Decimal& number, bool is_bold)
{
    return {
        .bold = is_bold,
        .align = Align::right,
        .is_framed = true,
        .shows = number.is_whole() ? Shows::whole : Shows::number
    };
}

/// "C" for 2: tables have at most fourteen columns.
char letter_of(int column)
{
    return static_cast<char>('A' + column);
}

class Writer {
public:
    explicit Writer(const OfficeTableSheet& shown)
        : shown_(shown), book_(shown.taken_at, shown.rows.table.title),
          sheet_(book_.add_sheet(official_words("office_table.sheet", {})))
    {
    }

    std::string write()
    {
        std::vector<double> widths{7, 34};
        for (const auto& column : shown_.rows.table.columns)
            widths.push_back(column.kind == OfficeColumnKind::text ? 34 : 18);
        sheet_.set_columns(widths);
        write_title();
        write_heads();
        const int first = row_;
        for (const auto& [unit, row] : shown_.rows.rows)
            write_row(unit, row, row_ - first + 1);
        if (!shown_.rows.sums.empty()) write_sums(first);
        XlsxSheet::Page page;
        page.head_row = first - 1;
        page.kept_columns = first_column;
        page.header = shown_.mark;
        page.footer = shown_.issuer;
        page.is_protected = false;
        sheet_.finish(page);
        return book_.bytes();
    }

private:
    int last_column() const
    {
        return first_column + static_cast<int>(shown_.rows.table.columns.size()) - 1;
    }

    void write_title()
    {
        const auto day = vietnamese_date(local_time(shown_.taken_at).day);
        const int last = last_column();
        sheet_.across(0, 0, last, to_upper(shown_.issuer), {.bold = true});
        sheet_.across(
            1, 0, last, shown_.rows.table.title, {.size = 15, .bold = true, .align = Align::centre}
        );
        sheet_.at_least(1, 28);
        sheet_.across(
            2,
            0,
            last,
            official_words("sheet.of", {{"title", shown_.plan}, {"period", shown_.period}}),
            {.italic = true, .align = Align::centre}
        );
        sheet_.across(
            3,
            0,
            last,
            official_words("sheet.taken_at", {{"time", clock_time(shown_.taken_at)}, {"day", day}}),
            {.italic = true, .is_muted = true}
        );
        row_ = 4;
    }

    void write_heads()
    {
        sheet_.text(row_, 0, official_words("table.number", {}), head_style);
        sheet_.text(row_, 1, official_words("annex.unit", {}), head_style);
        int at = first_column;
        for (const auto& column : shown_.rows.table.columns)
            sheet_.text(row_, at++, column.title, head_style);
        sheet_.at_least(row_++, 36);
    }

    void write_row(const UnitId& unit, const ActivityRow& row, int number)
    {
        sheet_.text(row_, 0, std::to_string(number), centred_style);
        const auto name = shown_.units.find(unit);
        sheet_.text(row_, 1, name == shown_.units.end() ? unit.str() : name->second, text_style);
        int at = first_column;
        for (const auto& column : shown_.rows.table.columns) {
            const auto kept = row.find(column.key);
            write_cell(at++, column, kept == row.end() ? std::string{} : kept->second);
        }
        ++row_;
    }

    void write_cell(int at, const OfficeColumn& column, const std::string& kept)
    {
        const bool is_number =
            column.kind == OfficeColumnKind::whole || column.kind == OfficeColumnKind::decimal;
        if (const auto number = is_number ? read_typed_number(kept) : std::nullopt) {
            sheet_.number(row_, at, number->value, number_style(number->value, false));
            return;
        }
        if (column.kind == OfficeColumnKind::day) {
            if (const auto day = parse_iso_date(kept)) {
                sheet_.day(
                    row_,
                    at,
                    *day,
                    {.align = Align::centre, .is_framed = true, .shows = Shows::date}
                );
                return;
            }
        }
        sheet_.text(row_, at, office_cell(column, kept, official_words), text_style);
    }

    void write_sums(int first)
    {
        sheet_.text(row_, 0, {}, sum_style);
        sheet_.text(row_, 1, official_words("annex.total", {}), sum_style);
        int at = first_column;
        for (const auto& column : shown_.rows.table.columns) {
            const auto sum = shown_.rows.sums.find(column.key);
            if (sum == shown_.rows.sums.end()) {
                sheet_.text(row_, at, {}, sum_style);
            } else {
                const auto letter = letter_of(at);
                sheet_.formula(
                    row_,
                    at,
                    fmt::format("=SUM({}{}:{}{})", letter, first + 1, letter, row_),
                    sum->second,
                    number_style(sum->second, true)
                );
            }
            ++at;
        }
        ++row_;
    }

    const OfficeTableSheet& shown_;
    XlsxBook book_;
    XlsxSheet sheet_;
    int row_ = 0;
};

} // namespace

std::string write_office_table(const OfficeTableSheet& sheet)
{
    return Writer(sheet).write();
}

} // namespace tiendo::documents
