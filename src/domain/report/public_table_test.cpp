#include "domain/report/public_table.hpp"

#include <gtest/gtest.h>

namespace tiendo {
namespace {

FigureCell share(int numerator, int denominator)
{
    FigureCell cell;
    cell.share = Share{numerator, denominator, 100, 85};
    return cell;
}

FigureTable table()
{
    FigureTableRow row;
    row.number = "3.2a";
    row.value = share(17, 20);
    row.last_year = share(3, 4);
    row.against_plan = 5;
    row.against_last_year = 10;
    row.verdict = "đạt";
    row.remarks = "hai người ở Đắk Xú";
    row.history = {{PeriodId("2022"), share(3, 4)}};
    row.units = {share(5, 6), {}, {{}, {}, "không phát sinh"}};
    auto open = row;
    open.number = "6.1";
    FigureTable table;
    table.groups = {{"3", {row, open}}};
    return table;
}

FigureTable published(WhyHidden why)
{
    const OfficialWords say = [](std::string_view key, const auto&) { return std::string(key); };
    return public_table(table(), {{MeasureId("3.2a"), why, 8, {}}}, say);
}

TEST(PublicTable, HoldsNoCountOfASingleUnit)
{
    for (const auto why : {WhyHidden::shown, WhyHidden::small_count}) {
        const auto row = published(why).groups.front().rows.front();
        EXPECT_EQ(row.units[0].words, "sheet.hidden");
        EXPECT_EQ(row.units[1], FigureCell{}) << "nobody is asked";
        EXPECT_EQ(row.units[2].words, "sheet.hidden") << "that nothing arose is told of nobody";
        EXPECT_TRUE(row.history.empty());
        EXPECT_FALSE(row.last_year.is_number());
        EXPECT_TRUE(row.remarks.empty());
    }
}

TEST(PublicTable, HoldsTheWholeOnlyWhereItIsPublishedAndNoVerdictElsewhere)
{
    EXPECT_EQ(published(WhyHidden::shown).groups.front().rows.front().value, share(17, 20));
    const auto hidden = published(WhyHidden::below_province).groups.front().rows.front();
    EXPECT_EQ(hidden.value.words, "sheet.hidden");
    EXPECT_EQ(hidden.verdict, "sheet.hidden");
    EXPECT_FALSE(hidden.against_plan);
    EXPECT_FALSE(hidden.against_last_year);
}

TEST(PublicTable, LeavesOtherTargetsAsTheyAre)
{
    const auto open = published(WhyHidden::below_province).groups.front().rows.back();
    EXPECT_EQ(open.value, share(17, 20));
    EXPECT_EQ(open.units[0], share(5, 6));
    EXPECT_EQ(open.verdict, "đạt");
}

} // namespace
} // namespace tiendo
