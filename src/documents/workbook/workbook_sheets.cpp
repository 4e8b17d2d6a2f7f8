#include "documents/workbook/workbook_sheets.hpp"

#include "base/number_text.hpp"
#include "base/text.hpp"

namespace tiendo::documents {
namespace {

constexpr std::size_t digits_max = 15; ///< beyond them Excel's numbers are no longer exact

} // namespace

const CellStyle WorkbookSheets::unit_style{.bold = true};
const CellStyle WorkbookSheets::title_style{.size = 15, .bold = true, .align = Align::centre};
const CellStyle WorkbookSheets::subtitle_style{.italic = true, .align = Align::centre};
const CellStyle WorkbookSheets::hint_style{.italic = true, .is_muted = true};
const CellStyle WorkbookSheets::head_style{
    .align = Align::centre, .is_framed = true, .is_head = true
};
const CellStyle WorkbookSheets::label_style{.is_framed = true};
const CellStyle WorkbookSheets::code_style{.bold = true, .align = Align::centre, .is_framed = true};
const CellStyle WorkbookSheets::centred_style{.align = Align::centre, .is_framed = true};
const CellStyle WorkbookSheets::unseen_style{.is_framed = true, .shows = Shows::nothing};
const CellStyle WorkbookSheets::closed_style{.is_framed = true, .is_muted = true};
const CellStyle WorkbookSheets::key_style{.size = 8, .is_muted = true};

CellStyle WorkbookSheets::input(Shows shows)
{
    CellStyle style;
    style.is_framed = true;
    style.is_input = true;
    style.shows = shows;
    if (shows == Shows::number) style.align = Align::right;
    if (shows == Shows::date) style.align = Align::centre;
    return style;
}

CellStyle WorkbookSheets::chosen()
{
    auto style = input();
    style.align = Align::centre;
    return style;
}

XlsxSheet::Page WorkbookSheets::page(int head_row, int kept_columns) const
{
    XlsxSheet::Page page;
    page.head_row = head_row;
    page.kept_columns = kept_columns;
    page.header = workbook.mark;
    page.footer = workbook.unit_name + " – " + workbook.period;
    return page;
}

int WorkbookSheets::write_title(
    XlsxSheet& sheet, int last_column, const std::string& title, const char* hint
) const
{
    const auto subtitle =
        say("workbook_file.subtitle",
            {{"period", workbook.period}, {"deadline", workbook.deadline}});
    sheet.across(0, 1, last_column, to_upper(workbook.unit_name), unit_style);
    sheet.across(1, 1, last_column, to_upper(title), title_style);
    sheet.at_least(1, 28);
    sheet.across(2, 1, last_column, subtitle, subtitle_style);
    sheet.across(3, 1, last_column, say(hint), hint_style);
    return 4;
}

void WorkbookSheets::write_heads(XlsxSheet& sheet, int row, const std::vector<std::string>& heads)
    const
{
    for (std::size_t i = 0; i < heads.size(); ++i)
        sheet.text(row, static_cast<int>(i) + 1, heads[i], head_style);
    sheet.at_least(row, 36);
}

void WorkbookSheets::write_typed(XlsxSheet& sheet, int row, int column, const std::string& typed)
    const
{
    const auto number = read_typed_number(typed);
    const bool is_bare = number && number->unit.empty() &&
                         number->reading != NumberReading::dot_as_decimal &&
                         number->value.str().size() <= digits_max;
    if (is_bare)
        sheet.number(row, column, number->value, input(Shows::number));
    else
        sheet.text(row, column, typed, input(Shows::number));
}

CellRule WorkbookSheets::choice_of(std::vector<std::string> choices) const
{
    return {
        CellRule::Kind::choice,
        std::move(choices),
        say("workbook_file.wrong_choice_title"),
        say("workbook_file.wrong_choice"),
        true
    };
}

CellRule WorkbookSheets::day_rule() const
{
    return {
        CellRule::Kind::date,
        {},
        say("workbook_file.wrong_day_title"),
        say("workbook_file.wrong_day"),
        false
    };
}

CellRule WorkbookSheets::number_rule(bool is_whole) const
{
    return {
        is_whole ? CellRule::Kind::whole_number : CellRule::Kind::number,
        {},
        say("workbook_file.wrong_number_title"),
        say(is_whole ? "workbook_file.wrong_whole" : "workbook_file.wrong_number"),
        false
    };
}

} // namespace tiendo::documents
