#include "documents/exchange/history_mapping_json.hpp"
#include "documents/workbook/history_sheet.hpp"

#include <gtest/gtest.h>

namespace tiendo::documents {
namespace {

using Kind = SheetCellKind;

FormRow measure(const char* id, const char* title, std::vector<UnitId> suppliers)
{
    FormRow row;
    row.measure.id = MeasureId(id);
    row.measure.title = title;
    row.measure.suppliers = std::move(suppliers);
    row.indicator.name = title;
    row.indicator.unit = "%";
    row.indicator.numerator = "Tử số";
    return row;
}

Unit commune(const char* id, const char* short_name)
{
    Unit unit;
    unit.id = UnitId(id);
    unit.name = std::string("Ủy ban nhân dân xã ") + short_name;
    unit.short_name = short_name;
    unit.kind = UnitKind::commune;
    return unit;
}

/// An office's table: heads in row 3; number, name, unit, then numerator, denominator and rate.
class OfficeTable : public testing::Test {
protected:
    OfficeTable()
    {
        known_.measures = {
            measure("2.1", "Tỷ lệ nữ trong tổng số người có việc làm", {UnitId("lao-dong")}),
            measure(
                "3.2a",
                "Tỷ lệ nạn nhân bạo lực gia đình được hỗ trợ",
                {UnitId("sa-loong"), UnitId("dak-duc")}
            ),
            measure(
                "3.2b",
                "Tỷ lệ người gây bạo lực được tư vấn",
                {UnitId("sa-loong"), UnitId("dak-duc")}
            )
        };
        known_.directory =
            UnitDirectory({commune("sa-loong", "Sa Loong"), commune("dak-duc", "Đắk Dục")}, {});
        known_.own_periods = {PeriodId("2023")};
        known_.day = date(2023, 12, 14);
        const PeriodId year("2022");
        mapping_.sheet = "Bảng";
        mapping_.head_row = 3;
        mapping_.columns = {
            {1, {"code", {}}},
            {2, {"measure", {}}},
            {3, {"unit", {}}},
            {4, {"num", year}},
            {5, {"den", year}},
            {6, {"rate", year}}
        };
        sheet_.name = "Bảng";
        add({{1, "TT"}, {2, "Chỉ tiêu"}, {3, "Xã"}, {4, "Số được hỗ trợ"}, {5, "Tổng số"}});
    }

    struct Typed {
        int column;
        const char* text;
        Kind kind = Kind::text;
    };

    void add(std::vector<Typed> cells)
    {
        SheetRow row;
        row.number = static_cast<int>(sheet_.rows.size()) + 3;
        for (const auto& [column, text, kind] : cells)
            row.cells.push_back({column, kind, text, false});
        sheet_.rows.push_back(std::move(row));
    }

    /// A row about 3.2a of Sa Loong with these numbers.
    void add_numbers(std::vector<Typed> numbers)
    {
        std::vector<Typed> cells{
            {1, "3.2a"}, {2, "Nạn nhân bạo lực gia đình được hỗ trợ"}, {3, "Sa Loong"}
        };
        cells.insert(cells.end(), numbers.begin(), numbers.end());
        add(cells);
    }

    std::vector<HistoryRow> read() const { return read_history_sheet(sheet_, mapping_, known_); }

    static std::string problem(const HistoryValue& value)
    {
        return value.problems.empty() ? "" : value.problems.front().key;
    }

    HistoryKnown known_{};
    HistoryMapping mapping_{};
    Sheet sheet_{};
};

TEST_F(OfficeTable, FindsMeasureAndUnitByTheirWordsAndKeepsTheCounts)
{
    add_numbers({{4, "5", Kind::number}, {5, "9 vụ"}});
    const auto rows = read();
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].measure, MeasureId("3.2a"));
    EXPECT_EQ(rows[0].unit, UnitId("sa-loong"));
    ASSERT_EQ(rows[0].values.size(), 1U);
    const auto& value = rows[0].values[0];
    EXPECT_TRUE(value.is_kept);
    EXPECT_EQ(value.year, PeriodId("2022"));
    EXPECT_EQ(value.place, "D4, E4");
    EXPECT_EQ(value.cell.numbers, (std::map<std::string, Decimal>{{"num", 5}, {"den", 9}}));
    EXPECT_EQ(value.cell.kind, ValueKind::official);
}

TEST_F(OfficeTable, AsksForCountsWhereThereIsOnlyARate)
{
    add_numbers({{6, "55.56", Kind::percent}});
    const auto rows = read();
    ASSERT_EQ(rows[0].values.size(), 1U);
    EXPECT_FALSE(rows[0].values[0].is_kept);
    EXPECT_EQ(problem(rows[0].values[0]), "history_table.rate_alone");
}

TEST_F(OfficeTable, TellsWhereTheRateIsNotThatOfTheCounts)
{
    add_numbers({{4, "5"}, {5, "9"}, {6, "55,6"}});
    add_numbers({{4, "5"}, {5, "9"}, {6, "66.6", Kind::percent}});
    sheet_.rows.back().cells[2].text = "Đắk Dục";
    const auto rows = read();
    EXPECT_EQ(problem(rows[0].values[0]), "");
    EXPECT_EQ(problem(rows[1].values[0]), "history_table.rate_differs");
    EXPECT_TRUE(rows[1].values[0].is_kept);
}

TEST_F(OfficeTable, NeverTakesAPercentageADayOrWordsForACount)
{
    add_numbers({{4, "0.3", Kind::percent}, {5, "9"}});
    add_numbers({{4, "2022-09-05", Kind::date}, {5, "9"}});
    add_numbers({{4, "hai người"}, {5, "9"}});
    add_numbers({{4, "1.234,5"}, {5, "2.345"}});
    const auto rows = read();
    ASSERT_EQ(rows.size(), 4U);
    const std::vector<std::string> expected{
        "workbook_cell.is_percent", "workbook_cell.is_day", "cell.not_a_number", "cell.not_whole"
    };
    for (std::size_t i = 0; i < rows.size(); ++i) {
        EXPECT_EQ(problem(rows[i].values[0]), expected[i]);
        EXPECT_FALSE(rows[i].values[0].is_kept);
    }
}

TEST_F(OfficeTable, UnderstandsThousandsAndTellsSo)
{
    add_numbers({{4, "1.234"}, {5, "2.345"}});
    const auto rows = read();
    EXPECT_TRUE(rows[0].values[0].is_kept);
    EXPECT_EQ(rows[0].values[0].cell.numbers.at("num"), Decimal(1234));
    EXPECT_EQ(problem(rows[0].values[0]), "cell.dot_as_thousands");
}

TEST_F(OfficeTable, AsksWhichMeasureARowOfAMergedCellIsAbout)
{
    add({{3, "Sa Loong"}, {4, "5"}, {5, "9"}});
    auto rows = read();
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].problems.front().key, "history_table.no_name");
    EXPECT_FALSE(rows[0].values[0].is_kept);

    mapping_.measures[history_key("", 4)] = MeasureId("3.2a");
    rows = read();
    EXPECT_TRUE(rows[0].problems.empty());
    EXPECT_TRUE(rows[0].values[0].is_kept);
}

TEST_F(OfficeTable, DoesNotGuessAMeasureThatItsWordsDoNotName)
{
    add({{2, "Số lớp tập huấn về chuyển đổi số"}, {3, "Sa Loong"}, {4, "5"}, {5, "9"}});
    const auto rows = read();
    EXPECT_TRUE(rows[0].measure.empty());
    EXPECT_EQ(rows[0].problems.front().key, "history_table.no_measure");
}

TEST_F(OfficeTable, DoesNotTakeTheOfficesOwnNumberingForThePlans)
{
    add({{1, "2.1"}, {2, "Người gây bạo lực được tư vấn"}, {3, "Sa Loong"}, {4, "5"}, {5, "9"}});
    EXPECT_EQ(read()[0].measure, MeasureId("3.2b"));
}

TEST_F(OfficeTable, NeedsAUnitOnlyWhereSeveralAnswer)
{
    mapping_.columns.erase(3);
    add({{2, "Nữ trong tổng số người có việc làm"}, {4, "5"}, {5, "9"}});
    add({{2, "Nạn nhân bạo lực gia đình được hỗ trợ"}, {4, "5"}, {5, "9"}});
    const auto rows = read();
    EXPECT_EQ(rows[0].unit, UnitId("lao-dong"));
    EXPECT_TRUE(rows[0].values[0].is_kept);
    EXPECT_EQ(rows[1].problems.front().key, "history_table.unit_missing");
}

TEST_F(OfficeTable, KeepsNeitherOfTwoRowsAboutTheSame)
{
    add_numbers({{4, "5"}, {5, "9"}});
    add_numbers({{4, "6"}, {5, "9"}});
    const auto rows = read();
    for (const auto& row : rows) {
        EXPECT_FALSE(row.values[0].is_kept);
        EXPECT_EQ(problem(row.values[0]), "history_table.twice");
    }
}

TEST_F(OfficeTable, NeverTouchesAYearThatIsReportedInTheProduct)
{
    mapping_.columns[4].year = PeriodId("2023");
    mapping_.columns[5].year = PeriodId("2023");
    mapping_.columns.erase(6);
    add_numbers({{4, "5"}, {5, "9"}});
    const auto rows = read();
    EXPECT_FALSE(rows[0].values[0].is_kept);
    EXPECT_EQ(problem(rows[0].values[0]), "history_table.own_period");
}

TEST_F(OfficeTable, ProposesTheRowOfItsHeads)
{
    add_numbers({{4, "5", Kind::number}, {5, "9", Kind::number}});
    EXPECT_EQ(likely_head_row(sheet_), 3);
}

TEST_F(OfficeTable, IsKnownAgainByItsHeads)
{
    auto other = sheet_;
    other.name = "Năm 2021";
    EXPECT_EQ(shape_of(other, 3), shape_of(sheet_, 3));
    other.rows[0].cells[1].text = "Tên chỉ tiêu";
    EXPECT_NE(shape_of(other, 3), shape_of(sheet_, 3));
}

TEST_F(OfficeTable, KeepsWhatWasSaidOfIt)
{
    mapping_.measures["3.2a nạn nhân"] = MeasureId("3.2a");
    mapping_.units["#7"] = UnitId("-");
    mapping_.measure = MeasureId("2.1");
    const auto kept = parse_history_mapping(to_json(mapping_));
    ASSERT_TRUE(kept);
    EXPECT_EQ(*kept, mapping_);
    EXPECT_FALSE(parse_history_mapping(R"({"columns":[{"column":1,"role":"nonsense"}]})"));
}

} // namespace
} // namespace tiendo::documents
