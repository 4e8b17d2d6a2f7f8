#include "domain/report/form_cells.hpp"

#include <gtest/gtest.h>

namespace tiendo {
namespace {

std::string say(std::string_view key, const WordArguments& arguments)
{
    if (key == "quantity.at_least") return "từ " + arguments.at(0).second + " trở lên";
    return "[" + std::string(key) + "]";
}

Unit unit(const char* id, const char* name)
{
    Unit unit;
    unit.id = UnitId(id);
    unit.name = name;
    unit.kind = UnitKind::agency;
    return unit;
}

Contribution counted(const char* unit, int above, int below)
{
    Contribution contribution;
    contribution.unit = UnitId(unit);
    contribution.cell.state = ValueState::value;
    contribution.cell.numbers = {{"num", above}, {"den", below}};
    return contribution;
}

/// Unit "a" has 5/6, "b" has 12/14, "c" has not reported.
ReportMaterial material()
{
    MeasureFigure row;
    row.measure.id = MeasureId("3.2a");
    row.measure.suppliers = {UnitId("a"), UnitId("b"), UnitId("c")};
    row.measure.quantity = Quantity{};
    row.measure.quantity->value = 80;
    row.indicator.unit = "%";
    row.figure = compute(row.measure, row.indicator, {counted("a", 5, 6), counted("b", 12, 14)});
    row.judgement = judge(row.measure, row.indicator, row.figure);
    ReportMaterial material;
    material.period.id = PeriodId("2023");
    material.rows = {row};
    material.directory = UnitDirectory(
        {unit("a", "Phòng A"), unit("b", "Phòng B"), unit("c", "Phòng C"), unit("d", "Phòng D")}, {}
    );
    Task task;
    task.id = "2.1";
    task.text = "Mở lớp dạy nghề";
    task.due = date(2023, 11, 30);
    material.plan.tasks = {task};
    return material;
}

/// The cell that one filling makes.
FilledCell filled(const Filling& filling, const ReportMaterial& of)
{
    FormTable table;
    table.rows = {{""}};
    return filled_cells({table}, {{{0, 0, 0}, filling}}, of, say).at({0, 0, 0});
}

FilledCell of_measure(FilledWith with, const char* unit = "")
{
    Filling filling;
    filling.with = with;
    filling.measure = MeasureId("3.2a");
    filling.unit = UnitId(unit);
    return filled(filling, material());
}

TEST(FormCells, HoldTheSidesOfAMeasureAsWordsAndAsNumbers)
{
    const auto value = of_measure(FilledWith::value);
    EXPECT_EQ(value.text, "85,00%");
    EXPECT_EQ(value.number, Decimal(85));
    EXPECT_TRUE(value.is_percent);
    EXPECT_EQ(of_measure(FilledWith::counts).text, "17/20");
    EXPECT_EQ(of_measure(FilledWith::numerator).number, Decimal(17));
    EXPECT_EQ(of_measure(FilledWith::denominator).number, Decimal(20));
    EXPECT_FALSE(of_measure(FilledWith::denominator).is_percent);
    EXPECT_EQ(of_measure(FilledWith::target).text, "từ 80% trở lên");
    EXPECT_EQ(of_measure(FilledWith::target_number).number, Decimal(80));
    EXPECT_EQ(of_measure(FilledWith::against_plan).number, Decimal(5));
    EXPECT_EQ(of_measure(FilledWith::verdict).text, "[verdict.exceeded]");
}

TEST(FormCells, HoldOneUnitsPartOfAMeasure)
{
    EXPECT_EQ(of_measure(FilledWith::counts, "a").text, "5/6");
    EXPECT_EQ(of_measure(FilledWith::value, "b").number, Decimal(8571, 2));
}

TEST(FormCells, StayEmptyAndSayWhyRatherThanBeZero)
{
    const auto missing = of_measure(FilledWith::numerator, "c");
    EXPECT_EQ(missing.why, WhyEmpty::no_figure);
    EXPECT_FALSE(missing.number);
    EXPECT_EQ(missing.text, "");
    EXPECT_EQ(of_measure(FilledWith::value, "d").why, WhyEmpty::not_asked);
    EXPECT_EQ(of_measure(FilledWith::value, "nobody").why, WhyEmpty::not_in_plan);
    EXPECT_EQ(of_measure(FilledWith::last_year).why, WhyEmpty::no_figure);
    Filling gone;
    gone.measure = MeasureId("9.9");
    EXPECT_EQ(filled(gone, material()).why, WhyEmpty::not_in_plan);
}

TEST(FormCells, KeepWhoseVictimsTheyWereInTheOffice)
{
    auto sensitive = material();
    sensitive.rows[0].indicator.sensitive = true;
    Filling filling;
    filling.measure = MeasureId("3.2a");
    EXPECT_EQ(filled(filling, sensitive).text, "85,00%");
    filling.unit = UnitId("a");
    EXPECT_EQ(filled(filling, sensitive).why, WhyEmpty::withheld);
}

TEST(FormCells, HoldTasksTheReportAndWhatWasTyped)
{
    const auto with = [&](FilledWith kind, const char* text = "") {
        Filling filling;
        filling.with = kind;
        filling.task = "2.1";
        filling.text = text;
        return filled(filling, material());
    };
    EXPECT_EQ(with(FilledWith::task_text).text, "Mở lớp dạy nghề");
    EXPECT_EQ(with(FilledWith::task_due).day, date(2023, 11, 30));
    EXPECT_EQ(with(FilledWith::task_result).why, WhyEmpty::nothing_written);
    EXPECT_EQ(with(FilledWith::report_date).why, WhyEmpty::nothing_written);
    EXPECT_EQ(with(FilledWith::text, "Sa Loong").text, "Sa Loong");
    EXPECT_EQ(with(FilledWith::number, "1.234,5").number, Decimal(12345, 1));
    EXPECT_EQ(with(FilledWith::day, "2023-12-11").text, "11/12/2023");
}

TEST(FormCells, AreNeverWrittenOverAFormulaOrOutsideTheForm)
{
    FormTable table;
    table.rows = {{"", "", ""}};
    table.formulas = {{0, 0}};
    table.continued = {{{0, 1}, {0, 0}}};
    Filling filling;
    filling.measure = MeasureId("3.2a");
    const auto cells = filled_cells(
        {table},
        {{{0, 0, 0}, filling}, {{0, 0, 1}, filling}, {{0, 0, 2}, filling}, {{0, 9, 9}, filling}},
        material(),
        say
    );
    EXPECT_EQ(cells.at({0, 0, 0}).why, WhyEmpty::formula);
    EXPECT_EQ(cells.at({0, 0, 1}).why, WhyEmpty::continued);
    EXPECT_EQ(cells.at({0, 9, 9}).why, WhyEmpty::not_there);
    EXPECT_EQ(cells_to_write(cells).size(), 1U);
}

} // namespace
} // namespace tiendo
