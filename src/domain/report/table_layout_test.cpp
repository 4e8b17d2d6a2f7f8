#include "domain/report/table_layout.hpp"

#include <gtest/gtest.h>

namespace tiendo {
namespace {

TEST(TableLayout, BeginsWithTheColumnsOfTheRulingsAndTheirCounts)
{
    EXPECT_EQ(
        to_text(standard_layout()),
        "number,measure,unit,last_year,target,value,numerator,denominator,coverage,against_plan,"
        "against_last_year,verdict,remarks"
    );
}

TEST(TableLayout, IsReadBackAsItWasSaved)
{
    const auto layout = layout_from(
        "verdict,-unit,number,measure,last_year,target,value,numerator,-denominator,coverage,"
        "against_plan,against_last_year,remarks"
    );
    EXPECT_EQ(layout_from(to_text(layout)), layout);
    EXPECT_EQ(layout[0].column, TableColumn::verdict);
    EXPECT_FALSE(layout[1].is_shown);
    EXPECT_EQ(shown_columns(layout).size(), 11U);
}

TEST(TableLayout, LosesNoColumnThatASavedOrderDoesNotKnow)
{
    const auto layout = layout_from("value,nonsense,value,measure");
    EXPECT_EQ(layout.size(), table_columns.size());
    EXPECT_EQ(layout[0].column, TableColumn::value);
    EXPECT_EQ(layout[1].column, TableColumn::measure);
    EXPECT_EQ(layout[2].column, TableColumn::number);
}

TEST(TableLayout, MovesOneColumnByOnePlaceAndStaysWithinItsEnds)
{
    const auto standard = standard_layout();
    const auto moved = changed(standard, TableColumn::measure, LayoutChange::earlier);
    EXPECT_EQ(moved[0].column, TableColumn::measure);
    EXPECT_EQ(moved[1].column, TableColumn::number);
    EXPECT_EQ(changed(moved, TableColumn::measure, LayoutChange::later), standard);
    EXPECT_EQ(changed(standard, TableColumn::number, LayoutChange::earlier), standard);
    EXPECT_EQ(changed(standard, TableColumn::remarks, LayoutChange::later), standard);
}

TEST(TableLayout, NeverHidesMeasureValueOrCoverage)
{
    const auto layout = changed(standard_layout(), TableColumn::unit, LayoutChange::hide);
    EXPECT_EQ(shown_columns(layout).size(), table_columns.size() - 1);
    for (const auto column : {TableColumn::measure, TableColumn::value, TableColumn::coverage})
        EXPECT_EQ(changed(layout, column, LayoutChange::hide), layout);
    EXPECT_EQ(layout_from("-value,-coverage,-measure")[0].is_shown, true);
}

} // namespace
} // namespace tiendo
