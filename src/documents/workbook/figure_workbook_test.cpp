#include "documents/package/xlsx_reader.hpp"
#include "documents/workbook/figure_workbook.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tiendo::documents {
namespace {

FigureTable table()
{
    FigureTable table;
    table.issuer = "Phòng Lao động - Thương binh và Xã hội";
    table.title = "Kế hoạch bình đẳng giới năm 2023";
    table.period = "năm 2023";
    table.period_id = PeriodId("2023");
    // Without an hour libxlsxwriter writes the one of the computer.
    table.taken_at = Instant{1'702'000'000};
    table.units = {"Sa Loong", "Đắk Dục"};
    FigureTableRow row;
    row.number = "3.2a";
    row.measure = "Tỷ lệ người bị bạo lực được hỗ trợ";
    row.unit = "%";
    row.target = "từ 80% trở lên";
    row.target_value = 80;
    row.value.share = Share{17, 20, 100, 85};
    row.last_year.share = Share{5, 9, 100, Decimal(5556, 2)};
    row.history = {{PeriodId("2022"), row.last_year}};
    row.coverage = "đã có số liệu 1/2 xã";
    row.reported = 1;
    row.expected = 2;
    row.against_plan = 5;
    row.verdict = "vượt";
    row.units.resize(2);
    row.units[0].share = Share{17, 20, 100, 85};
    row.units[1].words = "chưa có số liệu";
    auto empty = row;
    empty.number = "4.3";
    empty.value = {};
    empty.value.words = "chưa có số liệu";
    empty.history.clear();
    table.groups = {{"Mục tiêu 3: Gia đình", {row, empty}}};
    return table;
}

const SheetRow& row_of(const Sheet& sheet, const std::string& number)
{
    const auto found = std::ranges::find_if(sheet.rows, [&](const SheetRow& row) {
        return std::ranges::any_of(row.cells, [&](const auto& cell) {
            return cell.text == number;
        });
    });
    EXPECT_NE(found, sheet.rows.end()) << number;
    return *found;
}

std::vector<std::string> texts(const SheetRow& row)
{
    std::vector<std::string> texts;
    for (const auto& cell : row.cells)
        texts.push_back(cell.text);
    return texts;
}

TEST(FigureWorkbook, HoldsRatesAsFormulasOfTheirCountsAndWordsWhereThereIsNoNumber)
{
    const auto sheets = unpack_xlsx(write_figure_workbook(table(), standard_layout()));
    ASSERT_TRUE(sheets);
    ASSERT_EQ(sheets->size(), 3U);
    const auto& row = row_of(sheets->front(), "3.2a");
    EXPECT_EQ(
        texts(row),
        (std::vector<std::string>{
            "3.2a",
            "Tỷ lệ người bị bạo lực được hỗ trợ",
            "%",
            "55.56",
            "từ 80% trở lên",
            "85",
            "17",
            "20",
            "đã có số liệu 1/2 xã",
            "5",
            "vượt"
        })
    );
    EXPECT_TRUE(row.cell(6)->is_formula);
    EXPECT_EQ(row.cell(6)->kind, SheetCellKind::number);
    EXPECT_FALSE(row.cell(7)->is_formula);
    const auto& empty = row_of(sheets->front(), "4.3");
    EXPECT_EQ(empty.cell(6)->kind, SheetCellKind::text);
    EXPECT_EQ(empty.cell(6)->text, "chưa có số liệu");
}

TEST(FigureWorkbook, HasTheColumnsThatTheOfficeChoseInItsOrder)
{
    const auto layout = layout_from(
        "verdict,measure,value,coverage,-number,-unit,-last_year,-target,-numerator,-denominator,"
        "-against_plan,-against_last_year,-remarks"
    );
    const auto sheets = unpack_xlsx(write_figure_workbook(table(), layout));
    ASSERT_TRUE(sheets);
    EXPECT_EQ(
        texts(row_of(sheets->front(), "vượt")),
        (std::vector<std::string>{
            "vượt", "Tỷ lệ người bị bạo lực được hỗ trợ", "85", "đã có số liệu 1/2 xã"
        })
    );
}

TEST(FigureWorkbook, ShowsEachUnitAndTheWholeInTheMatrix)
{
    const auto sheets = unpack_xlsx(write_figure_workbook(table(), standard_layout()));
    ASSERT_TRUE(sheets);
    EXPECT_EQ(
        texts(row_of(sheets->at(1), "3.2a")),
        (std::vector<std::string>{
            "3.2a",
            "Tỷ lệ người bị bạo lực được hỗ trợ",
            "%",
            "85",
            "chưa có số liệu",
            "85",
            "đã có số liệu 1/2 xã"
        })
    );
}

TEST(FigureWorkbook, DrawsOnlyWhatHasANumber)
{
    const auto sheets = unpack_xlsx(write_figure_workbook(table(), standard_layout()));
    ASSERT_TRUE(sheets);
    const auto& charts = sheets->at(2);
    const auto begins_with = [](std::string_view number) {
        return [number](const SheetRow& row) { return row.cells.front().text.starts_with(number); };
    };
    // Against the plan, over the years, and by coverage; what has no value is in the last alone.
    EXPECT_EQ(std::ranges::count_if(charts.rows, begins_with("3.2a")), 3);
    EXPECT_EQ(std::ranges::count_if(charts.rows, begins_with("4.3")), 1);
}

TEST(FigureWorkbook, IsTheSameBytesForTheSameFigures)
{
    EXPECT_EQ(
        write_figure_workbook(table(), standard_layout()),
        write_figure_workbook(table(), standard_layout())
    );
}

} // namespace
} // namespace tiendo::documents
