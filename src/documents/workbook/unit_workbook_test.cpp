#include "documents/package/xlsx_reader.hpp"
#include "documents/workbook/read_unit_workbook.hpp"
#include "documents/workbook/unit_workbook_fixture.hpp"
#include "documents/workbook/write_unit_workbook.hpp"
#include "documents/workbook/xlsx_book.hpp"
#include "domain/form/office_table.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace tiendo::documents {
namespace {

std::vector<Sheet> written(const UnitWorkbook& workbook)
{
    auto sheets = unpack_xlsx(write_unit_workbook(workbook, said, sealed));
    EXPECT_TRUE(sheets);
    return std::move(sheets).value();
}

ReadUnitWorkbook read(const std::vector<Sheet>& sheets, const UnitWorkbook& expected)
{
    const auto ids = read_ids(sheets, sealed);
    EXPECT_TRUE(ids);
    return read_unit_workbook(sheets, *ids, expected, said);
}

/// What the file gives back: where it stood is told, a thousands dot is not typed into a number.
WorkbookAnswers as_read_back(WorkbookAnswers answers)
{
    for (const auto& table : activity_tables())
        answers.activities[table.key];
    answers.cells[MeasureId("3.2a")].typed = {{"num", "1234"}, {"den", "2000"}};
    return answers;
}

WorkbookAnswers without_origins(WorkbookAnswers answers)
{
    for (auto& [id, cell] : answers.cells)
        cell.origin.clear();
    return answers;
}

Sheet& sheet_named(std::vector<Sheet>& sheets, std::string_view name)
{
    return *std::ranges::find(sheets, name, &Sheet::name);
}

/// The cell beside the key of a row.
SheetCell& cell_of(Sheet& sheet, std::string_view key, int column)
{
    for (auto& row : sheet.rows) {
        if (row.cell(1) == nullptr || row.cell(1)->text != key) continue;
        for (auto& cell : row.cells)
            if (cell.column == column) return cell;
        row.cells.push_back({column, SheetCellKind::text, "", false});
        return row.cells.back();
    }
    throw std::runtime_error("no such row");
}

std::vector<std::string> errors(const ReadUnitWorkbook& read)
{
    std::vector<std::string> keys;
    for (const auto& remark : read.remarks)
        if (remark.is_error) keys.push_back(remark.item + " " + remark.problem.key);
    return keys;
}

using Strings = std::vector<std::string>;
const std::string measures = "workbook_file.measures";
constexpr int value_column = 7;

TEST(UnitWorkbook, GivesBackWhatWasWritten)
{
    auto workbook = empty_workbook();
    workbook.answers = full_answers();
    const auto found = read(written(workbook), workbook);
    EXPECT_EQ(without_origins(found.answers), as_read_back(full_answers()));
    EXPECT_EQ(errors(found), Strings{});
    EXPECT_EQ(found.answers.cells.at(MeasureId("3.2a")).origin, "workbook_file.measures!G6:G7");
}

TEST(UnitWorkbook, HoldsTheOfficesOwnTablesUnderTheirOwnWords)
{
    auto workbook = empty_workbook();
    OfficeTable table{"office_1", "Thăm hộ gia đình", {}, {}, {workbook.form.unit}};
    table.columns = {
        {"c1", "Thôn", OfficeColumnKind::text, {}, false},
        {"c2", "Hình thức", OfficeColumnKind::choice, {"Trực tiếp", "Điện thoại"}, false},
        {"c3", "Có biên bản", OfficeColumnKind::yes_no, {}, false},
        {"c4", "Số hộ", OfficeColumnKind::whole, {}, true},
    };
    add_office_tables(workbook.form, {table});
    const std::vector<ActivityRow> rows{
        {{"c1", "Giang Lố 1"}, {"c2", "Điện thoại"}, {"c3", "no"}, {"c4", "12"}}
    };
    workbook.answers.activities["office_1"] = rows;
    const auto back = read(written(workbook), workbook);
    EXPECT_EQ(back.answers.activities.at("office_1"), rows);
}

TEST(UnitWorkbook, IsTheSameBytesForTheSameForm)
{
    auto workbook = empty_workbook();
    workbook.answers = full_answers();
    EXPECT_EQ(
        write_unit_workbook(workbook, said, sealed), write_unit_workbook(workbook, said, sealed)
    );
}

TEST(UnitWorkbook, HoldsNoAnswerWhereNothingWasTyped)
{
    const auto workbook = empty_workbook();
    const auto found = read(written(workbook), workbook);
    EXPECT_TRUE(found.answers.cells.empty());
    EXPECT_TRUE(found.answers.tasks.empty());
    EXPECT_TRUE(found.answers.duties.empty());
    EXPECT_TRUE(found.answers.narrative.empty());
    EXPECT_EQ(found.remarks, std::vector<WorkbookRemark>{});
    EXPECT_EQ(found.rows.size(), 6U + 2U + 1U + activity_tables().size() + narrative_parts.size());
}

TEST(UnitWorkbook, KeepsAListThatIsTooLongForACellOnAHiddenSheet)
{
    CellRule rule;
    rule.kind = CellRule::Kind::choice;
    for (int i = 0; i < 40; ++i)
        rule.choices.push_back("Lựa chọn số " + std::to_string(i));
    XlsxBook book({}, "Danh sách");
    auto sheet = book.add_sheet("Biểu");
    sheet.rule(0, 5, 0, rule);
    sheet.rule(0, 5, 1, rule);
    auto sheets = unpack_xlsx(book.bytes());
    ASSERT_TRUE(sheets);
    const auto& lists = sheet_named(*sheets, lists_sheet);
    EXPECT_TRUE(lists.is_hidden);
    ASSERT_EQ(lists.rows.size(), 40U);
    ASSERT_EQ(lists.rows[39].cells.size(), 1U);
    EXPECT_EQ(lists.rows[39].cells[0].text, "Lựa chọn số 39");
}

TEST(UnitWorkbook, FindsItsRowsAfterTheyWereSortedAndSheetsRenamed)
{
    auto workbook = empty_workbook();
    workbook.answers = full_answers();
    auto sheets = written(workbook);
    auto& sheet = sheet_named(sheets, measures);
    std::reverse(sheet.rows.begin() + 5, sheet.rows.end());
    for (std::size_t i = 5; i < sheet.rows.size(); ++i)
        sheet.rows[i].number = static_cast<int>(i) + 10;
    sheet.name = "Trang tính 1";
    std::reverse(sheets.begin(), sheets.end());
    const auto found = read(sheets, workbook);
    EXPECT_EQ(without_origins(found.answers), as_read_back(full_answers()));
    EXPECT_EQ(errors(found), Strings{});
}

TEST(UnitWorkbook, FindsItsRowsByTheirWordsWithoutTheHiddenColumn)
{
    auto workbook = empty_workbook();
    workbook.answers = full_answers();
    auto sheets = written(workbook);
    for (auto& sheet : sheets) {
        if (sheet.is_hidden) continue;
        for (auto& row : sheet.rows) {
            std::erase_if(row.cells, [](const SheetCell& cell) { return cell.column == 1; });
            for (auto& cell : row.cells)
                --cell.column;
        }
    }
    const auto found = read(sheets, workbook);
    EXPECT_EQ(without_origins(found.answers), as_read_back(full_answers()));
    EXPECT_EQ(errors(found), Strings{});
}

TEST(UnitWorkbook, TakesNoRowWhoseWordsWereChanged)
{
    auto workbook = empty_workbook();
    workbook.answers = full_answers();
    auto sheets = written(workbook);
    cell_of(sheet_named(sheets, measures), "cell/3.2a/den", 6).text = "Tổng số nạn nhân";
    const auto found = read(sheets, workbook);
    EXPECT_EQ(errors(found), Strings{"cell/3.2a workbook.label_changed"});
    EXPECT_FALSE(found.answers.cells.contains(MeasureId("3.2a")));
}

TEST(UnitWorkbook, TakesNoKeyThatWasExchanged)
{
    auto workbook = empty_workbook();
    workbook.answers = full_answers();
    auto sheets = written(workbook);
    auto& sheet = sheet_named(sheets, measures);
    auto& first = cell_of(sheet, "cell/3.2a/num", 1).text;
    auto& second = cell_of(sheet, "cell/3.2a/den", 1).text;
    std::swap(first, second);
    const auto found = read(sheets, workbook);
    EXPECT_EQ(
        errors(found),
        (Strings{"cell/3.2a workbook.label_changed", "cell/3.2a workbook.label_changed"})
    );
}

TEST(UnitWorkbook, TellsADayInTheCellOfANumber)
{
    const auto workbook = empty_workbook();
    auto sheets = written(workbook);
    cell_of(sheet_named(sheets, measures), "cell/3.2a/num", value_column) = {
        value_column, SheetCellKind::date, "2023-09-05", false
    };
    const auto found = read(sheets, workbook);
    EXPECT_EQ(errors(found), Strings{"cell/3.2a workbook_cell.is_day"});
    EXPECT_TRUE(found.answers.cells.empty());
}

TEST(UnitWorkbook, TakesTheKeptResultOfAFormulaAndSaysSo)
{
    const auto workbook = empty_workbook();
    auto sheets = written(workbook);
    auto& sheet = sheet_named(sheets, measures);
    cell_of(sheet, "cell/7/value", value_column) = {
        value_column, SheetCellKind::number, "26.05", true
    };
    cell_of(sheet, "cell/3.2a/num", value_column) = {value_column, SheetCellKind::text, "", true};
    const auto found = read(sheets, workbook);
    EXPECT_EQ(errors(found), Strings{"cell/3.2a workbook_cell.not_computed"});
    EXPECT_EQ(found.answers.cells.at(MeasureId("7")).typed.at("value"), "26,05");
    EXPECT_EQ(found.remarks.front().problem.key, "workbook_cell.not_computed");
    EXPECT_EQ(found.remarks.back().problem.key, "workbook_cell.formula");
}

TEST(UnitWorkbook, TellsWhatWasTypedBesideTheTables)
{
    const auto workbook = empty_workbook();
    auto sheets = written(workbook);
    auto& rows = sheet_named(sheets, measures).rows;
    rows.push_back(
        {60,
         {{3, SheetCellKind::text, "Chỉ tiêu mới", false},
          {value_column, SheetCellKind::number, "12", false}}}
    );
    cell_of(sheet_named(sheets, measures), "cell/7/value", 14).text = "xem lại";
    const auto found = read(sheets, workbook);
    ASSERT_EQ(found.remarks.size(), 2U);
    EXPECT_EQ(found.remarks[0].problem.key, "workbook.stray_cell");
    EXPECT_EQ(found.remarks[1].problem.key, "workbook.row_unknown");
    EXPECT_EQ(found.remarks[1].problem.place, "workbook_file.measures!G60");
}

TEST(UnitWorkbook, TakesNoRowThatStandsTwiceWithDifferentNumbers)
{
    auto workbook = empty_workbook();
    workbook.answers = full_answers();
    auto sheets = written(workbook);
    auto copy = sheet_named(sheets, measures);
    copy.name = "Bản sao";
    cell_of(copy, "cell/3.2a/num", value_column).text = "5";
    sheets.push_back(copy);
    const auto found = read(sheets, workbook);
    EXPECT_EQ(errors(found), Strings{"cell/3.2a workbook.row_twice"});
    EXPECT_TRUE(found.answers.cells.contains(MeasureId("6.3")));
}

TEST(UnitWorkbook, SaysWhichRowsAreMissing)
{
    const auto workbook = empty_workbook();
    auto sheets = written(workbook);
    std::erase_if(sheets, [](const Sheet& sheet) { return sheet.name == "workbook_file.tasks"; });
    const auto found = read(sheets, workbook);
    Strings missing;
    for (const auto& remark : found.remarks)
        missing.push_back(remark.item + " " + remark.problem.key);
    EXPECT_EQ(
        missing,
        (Strings{
            "duty/7 workbook.row_missing",
            "task/1.1 workbook.row_missing",
            "task/1.2 workbook.row_missing"
        })
    );
}

TEST(UnitWorkbook, IsRefusedWhereItsSealIsBroken)
{
    auto sheets = written(empty_workbook());
    auto& ids = sheet_named(sheets, "_ids");
    ids.rows[3].cells[1].text = "dak-duc";
    const auto refused = read_ids(sheets, sealed);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().problems.front().key, "workbook.seal_broken");
    std::erase_if(sheets, [](const Sheet& sheet) { return sheet.is_hidden; });
    EXPECT_EQ(read_ids(sheets, sealed).error().problems.front().key, "workbook.no_ids");
}

TEST(UnitWorkbook, TakesNoRowOfAFormThatHasChangedSince)
{
    auto workbook = empty_workbook();
    workbook.answers = full_answers();
    const auto sheets = written(workbook);
    workbook.form.rows[0].indicator.numerator = "Số nạn nhân được hỗ trợ";
    workbook.form.rows.erase(workbook.form.rows.begin() + 1);
    const auto found = read(sheets, workbook);
    EXPECT_EQ(
        errors(found),
        (Strings{
            "cell/3.2a workbook.row_changed_since",
            "cell/5.2a workbook.row_gone",
            "cell/5.2a workbook.row_gone",
            "cell/5.2a workbook.row_gone",
            "cell/5.2a workbook.row_gone"
        })
    );
}

/// Texts that a cell may hold: letters, digits, signs that mean something elsewhere.
std::string random_text(std::mt19937& random)
{
    static const std::vector<std::string> parts{
        "ộ", "Đ", "a", "7", " ", "&", "<", "\"", "'", "=", "@", "\n", "%", ";"
    };
    std::string text = "x";
    const auto count = random() % 40;
    for (unsigned i = 0; i < count; ++i)
        text += parts[random() % parts.size()];
    return text + "x";
}

std::string random_number(std::mt19937& random)
{
    return std::to_string(random() % 100'000);
}

WorkbookAnswers random_answers(const UnitWorkbook& workbook, std::mt19937& random)
{
    WorkbookAnswers answers;
    for (const auto& row : workbook.form.rows) {
        if (random() % 4 == 0) continue;
        TypedCell cell;
        cell.kind = random() % 2 == 0 ? ValueKind::official : ValueKind::estimate;
        cell.state = random() % 5 == 0 ? ValueState::not_arising : ValueState::value;
        const bool is_choice =
            row.indicator.shape == Shape::months || row.indicator.shape == Shape::yes_no;
        for (const auto& element : elements_of(row.indicator)) {
            if (cell.state != ValueState::value) continue;
            cell.typed[element] = is_choice ? std::to_string(random() % 2) : random_number(random);
        }
        if (random() % 2 == 0) cell.note = random_text(random);
        answers.cells[row.measure.id] = cell;
    }
    for (const auto& table : workbook.form.activities) {
        auto& rows = answers.activities[table.key];
        for (unsigned i = 0; i < random() % 9; ++i) {
            ActivityRow row;
            for (const auto& column : table.columns) {
                if (column.kind == ColumnKind::date)
                    row[column.key] = "2023-0" + std::to_string(random() % 9 + 1) + "-15";
                else if (column.kind == ColumnKind::text || column.kind == ColumnKind::link)
                    row[column.key] = "Văn bản " + random_number(random);
                else
                    row[column.key] = random_number(random);
            }
            rows.push_back(std::move(row));
        }
    }
    for (const auto name : narrative_parts)
        if (random() % 2 == 0) answers.narrative[std::string(name)] = random_text(random);
    return answers;
}

TEST(UnitWorkbook, GivesBackWhateverWasWritten)
{
    std::mt19937 random(20231208);
    auto workbook = empty_workbook();
    for (int i = 0; i < 60; ++i) {
        workbook.answers = random_answers(workbook, random);
        const auto found = read(written(workbook), workbook);
        const auto answers = without_origins(found.answers);
        ASSERT_EQ(answers.narrative, workbook.answers.narrative) << "run " << i;
        ASSERT_EQ(answers.activities, workbook.answers.activities) << "run " << i;
        ASSERT_TRUE(answers == workbook.answers) << "run " << i;
        ASSERT_EQ(errors(found), Strings{}) << "run " << i;
    }
}

} // namespace
} // namespace tiendo::documents
