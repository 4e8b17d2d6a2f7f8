#include "documents/workbook/workbook_lines.hpp"
#include "documents/workbook/workbook_sheets.hpp"

namespace tiendo::documents {
namespace {

using Shows = CellStyle::Shows;
using Sheets = WorkbookSheets;

int column_of(MeasureColumn column)
{
    return static_cast<int>(column) + 1;
}

class MeasureSheet {
public:
    explicit MeasureSheet(Sheets& sheets)
        : sheets_(sheets), sheet_(sheets.book.add_sheet(sheets.say("workbook_file.measures")))
    {
        sheet_.set_columns({0, 7, 32, 16, 14, 34, 13, 13, 16, 26, 22});
    }

    void write()
    {
        const int head = sheets_.write_title(
            sheet_,
            column_of(MeasureColumn::note),
            sheets_.say("workbook_file.measures_title"),
            "workbook_file.measures_hint"
        );
        std::vector<std::string> heads;
        for (int i = 0; i <= static_cast<int>(MeasureColumn::note); ++i)
            heads.push_back(head_of(static_cast<MeasureColumn>(i), sheets_.words));
        sheets_.write_heads(sheet_, head, heads);
        row_ = head + 1;
        for (const auto& measure : sheets_.workbook.form.rows)
            write_measure(measure);
        sheet_.finish(sheets_.page(head, 3));
    }

private:
    TypedCell typed_cell(const MeasureId& id) const
    {
        const auto& cells = sheets_.workbook.answers.cells;
        const auto found = cells.find(id);
        if (found != cells.end()) return found->second;
        TypedCell cell;
        if (sheets_.workbook.is_estimated) cell.kind = ValueKind::estimate;
        return cell;
    }

    /// One row for each number; what names the measure is seen in the first of them.
    void write_measure(const FormRow& measure)
    {
        const auto typed = typed_cell(measure.measure.id);
        bool is_first = true;
        for (const auto& element : elements_of(measure.indicator)) {
            write_names(measure, element, is_first);
            write_element(measure.indicator, element, typed);
            if (is_first)
                write_state(typed);
            else
                for (auto column = column_of(MeasureColumn::kind);
                     column <= column_of(MeasureColumn::note);
                     ++column)
                    sheet_.blank(row_, column, Sheets::closed_style);
            is_first = false;
            ++row_;
        }
    }

    void write_names(const FormRow& measure, const std::string& element, bool is_first)
    {
        const auto& id = measure.measure.id;
        sheet_.text(row_, 0, "cell/" + id.str() + "/" + element, Sheets::key_style);
        sheet_.text(row_, 1, id.str(), is_first ? Sheets::code_style : Sheets::unseen_style);
        sheet_.text(
            row_, 2, measure.measure.title, is_first ? Sheets::label_style : Sheets::unseen_style
        );
        const auto text = sheets_.workbook.measures.find(id);
        const bool has_text = is_first && text != sheets_.workbook.measures.end();
        sheet_.text(row_, 3, has_text ? text->second.target : "", Sheets::centred_style);
        sheet_.text(row_, 4, has_text ? text->second.last_year : "", Sheets::centred_style);
        sheet_.text(
            row_, 5, element_label(measure.indicator, element, sheets_.words), Sheets::label_style
        );
    }

    void
    write_element(const Indicator& indicator, const std::string& element, const TypedCell& typed)
    {
        constexpr auto column = static_cast<int>(MeasureColumn::value) + 1;
        const auto found = typed.typed.find(element);
        const auto value = found == typed.typed.end() ? std::string{} : found->second;
        if (indicator.shape == Shape::yes_no || indicator.shape == Shape::months) {
            const auto yes = sheets_.say("value.yes");
            const auto no = sheets_.say(
                indicator.shape == Shape::months ? "workbook_file.no" : "value.not_yet"
            );
            sheet_.text(
                row_,
                column,
                value == "1"   ? yes
                : value == "0" ? no
                               : value,
                Sheets::chosen()
            );
            auto rule = sheets_.choice_of({yes, no});
            rule.message = sheets_.say("workbook_file.wrong_yes_no");
            rule.is_strict = false; // "KPS" may stand here
            sheet_.rule(row_, row_, column, rule);
            return;
        }
        if (value.empty())
            sheet_.blank(row_, column, Sheets::input(Shows::number));
        else
            sheets_.write_typed(sheet_, row_, column, value);
        sheet_.rule(row_, row_, column, sheets_.number_rule(indicator.factor != 1));
    }

    void write_state(const TypedCell& typed)
    {
        const auto& say = sheets_.words;
        const auto kind = column_of(MeasureColumn::kind);
        sheet_.text(row_, kind, words_of(typed.kind, say), Sheets::chosen());
        sheet_.rule(
            row_,
            row_,
            kind,
            sheets_.choice_of(
                {words_of(ValueKind::estimate, say),
                 words_of(ValueKind::official, say),
                 words_of(ValueKind::adjusted, say)}
            )
        );
        const auto state = column_of(MeasureColumn::state);
        sheet_.text(row_, state, words_of(typed.state, say), Sheets::chosen());
        sheet_.rule(
            row_,
            row_,
            state,
            sheets_.choice_of(
                {words_of(ValueState::value, say),
                 words_of(ValueState::not_arising, say),
                 words_of(ValueState::not_applicable, say)}
            )
        );
        sheet_.text(
            row_, column_of(MeasureColumn::reason), typed.reason, Sheets::input(Shows::text)
        );
        sheet_.text(row_, column_of(MeasureColumn::note), typed.note, Sheets::input(Shows::text));
    }

    Sheets& sheets_;
    XlsxSheet sheet_;
    int row_ = 0;
};

} // namespace

void write_measure_sheet(WorkbookSheets& sheets)
{
    if (!sheets.workbook.form.rows.empty()) MeasureSheet(sheets).write();
}

} // namespace tiendo::documents
