#include "documents/workbook/write_unit_workbook.hpp"

#include "base/text.hpp"
#include "documents/workbook/workbook_lines.hpp"
#include "documents/workbook/workbook_seal.hpp"
#include "documents/workbook/workbook_sheets.hpp"

namespace tiendo::documents {
namespace {

using Sheets = WorkbookSheets;

void write_guide_sheet(Sheets& sheets)
{
    const auto& workbook = sheets.workbook;
    const CellStyle text{.size = 13};
    auto sheet = sheets.book.add_sheet(sheets.say("workbook_file.guide"));
    sheet.set_columns({2, 6, 92});
    sheet.across(0, 1, 2, to_upper(workbook.unit_name), Sheets::unit_style);
    sheet.across(1, 1, 2, sheets.say("workbook_file.guide_title"), Sheets::title_style);
    sheet.at_least(1, 30);
    sheet.across(2, 1, 2, workbook.plan_title, Sheets::subtitle_style);
    sheet.across(
        3,
        1,
        2,
        sheets.say(
            "workbook_file.subtitle", {{"period", workbook.period}, {"deadline", workbook.deadline}}
        ),
        Sheets::subtitle_style
    );
    int row = 5;
    for (const auto* line :
         {"workbook_file.guide_1",
          "workbook_file.guide_2",
          "workbook_file.guide_3",
          "workbook_file.guide_4",
          "workbook_file.guide_5",
          "workbook_file.guide_6",
          "workbook_file.guide_7"}) {
        sheet.text(row, 1, std::to_string(row - 4) + ".", text);
        sheet.text(row, 2, sheets.say(line), text);
        ++row;
    }
    auto sample = Sheets::input();
    sample.is_locked = true;
    sheet.blank(++row, 1, sample);
    sheet.text(row, 2, sheets.say("workbook_file.legend_input"), text);
    sheet.blank(++row, 1, Sheets::head_style);
    sheet.text(row, 2, sheets.say("workbook_file.legend_head"), text);
    if (!workbook.mark.empty()) sheet.across(row + 2, 1, 2, workbook.mark, Sheets::hint_style);
    auto page = sheets.page(-1, 0);
    page.is_landscape = false;
    sheet.finish(page);
}

void write_narrative_sheet(Sheets& sheets)
{
    auto sheet = sheets.book.add_sheet(sheets.say("workbook_file.narrative"));
    sheet.set_columns({0, 28, 104});
    int row = sheets.write_title(
        sheet, 2, sheets.say("workbook_file.narrative_title"), "workbook_file.narrative_hint"
    );
    sheets.write_heads(
        sheet,
        row,
        {sheets.say("workbook_file.narrative_what"), sheets.say("workbook_file.narrative_text")}
    );
    auto label = Sheets::label_style;
    label.bold = true;
    auto text = Sheets::input(CellStyle::Shows::text);
    text.is_at_top = true;
    for (const auto part : narrative_parts) {
        const std::string name(part);
        const auto found = sheets.workbook.answers.narrative.find(name);
        const bool is_given = found != sheets.workbook.answers.narrative.end();
        ++row;
        sheet.text(row, 0, "narrative/" + name, Sheets::key_style);
        sheet.text(row, 1, sheets.say("narrative." + name), label);
        sheet.text(row, 2, is_given ? found->second : "", text);
        sheet.at_least(row, 96);
    }
    sheet.finish(sheets.page(-1, 0));
}

void write_ids_sheet(Sheets& sheets, const WorkbookSeal& seal)
{
    std::map<std::string, std::string> labels;
    for (const auto& line : workbook_lines(sheets.workbook.form, sheets.words))
        labels[line.key] = line.label;
    auto sheet = sheets.book.add_sheet(ids_sheet);
    int row = 0;
    for (const auto& [key, text] : sealed_ids(sheets.workbook.identity, labels, seal)) {
        sheet.text(row, 0, key, {});
        sheet.text(row, 1, text, {});
        ++row;
    }
    sheet.hide();
}

} // namespace

std::string write_unit_workbook(
    const UnitWorkbook& workbook, const WorkbookWords& say, const WorkbookSeal& seal
)
{
    WorkbookSheets sheets(workbook, say);
    write_guide_sheet(sheets);
    write_measure_sheet(sheets);
    write_task_sheet(sheets);
    write_activity_sheet(sheets);
    write_narrative_sheet(sheets);
    write_ids_sheet(sheets, seal);
    return sheets.book.bytes();
}

} // namespace tiendo::documents
