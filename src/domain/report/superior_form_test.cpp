#include "domain/report/superior_form.hpp"

#include <gtest/gtest.h>

namespace tiendo {
namespace {

FormTable table(std::vector<std::vector<std::string>> rows)
{
    FormTable made;
    made.rows = std::move(rows);
    return made;
}

const FormTables form{table(
    {{"TT", "Chỉ tiêu", "Kế hoạch", "Thực hiện"},
     {"1", "Người bị bạo lực được hỗ trợ", "", "……"},
     {"2", "Người gây bạo lực được tư vấn", "", "......"}}
)};

Filling value_of(const char* measure)
{
    Filling filling;
    filling.measure = MeasureId(measure);
    return filling;
}

TEST(SuperiorForm, KnowsTheCellsThatWaitToBeFilled)
{
    EXPECT_TRUE(waits_to_be_filled(""));
    EXPECT_TRUE(waits_to_be_filled(" …… "));
    EXPECT_TRUE(waits_to_be_filled("....."));
    EXPECT_TRUE(waits_to_be_filled("____"));
    EXPECT_FALSE(waits_to_be_filled("0"));
    EXPECT_FALSE(waits_to_be_filled("Thực hiện"));
}

TEST(SuperiorForm, LeavesFormulasAndWhatAMergedCellCoversClosed)
{
    auto sheet = table({{"Cộng", "", "", ""}});
    sheet.formulas = {{0, 1}};
    sheet.continued = {{{0, 2}, {0, 0}}};
    EXPECT_FALSE(is_open(sheet, 0, 0));
    EXPECT_FALSE(is_open(sheet, 0, 1));
    EXPECT_FALSE(is_open(sheet, 0, 2));
    EXPECT_TRUE(is_open(sheet, 0, 3));
    EXPECT_FALSE(is_open(sheet, 0, 4));
}

TEST(SuperiorForm, IsKnownAgainByTheWordsBesideAndAboveACell)
{
    const Fillings fillings{{{0, 1, 3}, value_of("3.2a")}};
    const FormTables next{
        table({{"Biểu số 5"}}),
        table(
            {{"STT", "CHỈ TIÊU", "Đơn vị", "Thực hiện"},
             {"1", "Chỉ tiêu khác", "%", ""},
             {"2", "Người bị bạo lực được hỗ trợ", "%", ""}}
        )
    };
    const Fillings expected{{{1, 2, 3}, value_of("3.2a")}};
    EXPECT_EQ(fillings_like(next, form, fillings), expected);
    EXPECT_TRUE(fillings_like(form, next, {}).empty());
}

TEST(SuperiorForm, KeepsSingleCellsAtTheirAddressInTheSheetOfTheSameName)
{
    FormTables earlier{table({{"Kỳ:", ""}})};
    earlier[0].name = "Biểu 1";
    Filling period;
    period.with = FilledWith::period;
    period.is_single = true;
    const Fillings fillings{{{0, 0, 1}, period}};
    EXPECT_EQ(fillings_like(earlier, earlier, fillings), fillings);
    auto renamed = earlier;
    renamed[0].name = "Biểu 2";
    EXPECT_TRUE(fillings_like(renamed, earlier, fillings).empty());
}

TEST(SuperiorForm, IsFilledByRowsAndColumnsWhicheverSaysTheUnit)
{
    const auto sheet = table({{"Sa Loong", "", ""}, {"Bờ Y", "", ""}, {"Khác", "", ""}});
    FormGrid by_unit;
    by_unit.rows[0].unit = UnitId("sa-loong");
    by_unit.rows[1].unit = UnitId("bo-y");
    by_unit.columns[1] = {FilledWith::numerator, {MeasureId("3.2a"), {}, {}}};
    by_unit.columns[2] = {FilledWith::denominator, {}};
    const auto fillings = fillings_of_grid(sheet, 4, by_unit);
    ASSERT_EQ(fillings.size(), 2U); // the last column does not say of which measure
    const auto& filling = fillings.at({4, 1, 1});
    EXPECT_EQ(filling.unit, UnitId("bo-y"));
    EXPECT_EQ(filling.measure, MeasureId("3.2a"));
    by_unit.columns.erase(2);
    EXPECT_EQ(grid_of(4, fillings), by_unit);

    FormGrid by_measure;
    by_measure.rows[0].measure = MeasureId("6.1");
    by_measure.columns[1] = {FilledWith::value, {{}, UnitId("bo-y"), {}}};
    EXPECT_EQ(grid_of(0, fillings_of_grid(sheet, 0, by_measure)), by_measure);
}

TEST(SuperiorForm, NamesEveryWayToFillACell)
{
    for (int i = 0; i <= static_cast<int>(FilledWith::day); ++i) {
        const auto with = static_cast<FilledWith>(i);
        EXPECT_EQ(filled_with_named(name_of(with)), with);
    }
    EXPECT_EQ(filled_with_named("nothing"), std::nullopt);
}

} // namespace
} // namespace tiendo
