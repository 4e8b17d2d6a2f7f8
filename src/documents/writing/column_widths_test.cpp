#include "documents/writing/column_widths.hpp"

#include <gtest/gtest.h>

namespace tiendo::documents {
namespace {

TEST(ColumnWidths, AreInProportion)
{
    EXPECT_EQ(column_widths({{1, 0}, {3, 0}}, 8000), (std::vector{2000, 6000}));
    EXPECT_EQ(column_widths({{0, 0}, {0, 0}}, 8000), (std::vector{4000, 4000}));
}

TEST(ColumnWidths, GiveAColumnWhatItsLongestWordNeeds)
{
    // The first lacks 500; the second has 1000 to spare and the third 4000.
    EXPECT_EQ(
        column_widths({{1, 1500}, {2, 1000}, {5, 1000}}, 8000), (std::vector{1500, 1900, 4600})
    );
}

TEST(ColumnWidths, StayInProportionWhereThereIsNoRoomForAll)
{
    EXPECT_EQ(column_widths({{1, 5000}, {1, 5000}}, 8000), (std::vector{4000, 4000}));
}

TEST(ColumnWidths, AddUpToTheWhole)
{
    EXPECT_EQ(column_widths({{1, 0}, {1, 0}, {1, 0}}, 1000), (std::vector{334, 333, 333}));
}

} // namespace
} // namespace tiendo::documents
