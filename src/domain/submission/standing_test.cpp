#include "domain/submission/standing.hpp"

#include <gtest/gtest.h>

namespace tiendo {
namespace {

constexpr Timing late{Timeliness::overdue, 3};
constexpr Timing early{Timeliness::not_due, 9};

TEST(Standing, OfAnUnsentReportDependsOnTheHour)
{
    EXPECT_EQ(standing_of(Stage::drafting, early, UnitKind::commune), Standing::not_yet);
    EXPECT_EQ(standing_of(Stage::drafting, late, UnitKind::commune), Standing::overdue);
    EXPECT_EQ(standing_of(Stage::withdrawn, late, UnitKind::agency), Standing::overdue);
}

TEST(Standing, OfTheFrontAndTheMassOrganisationsIsNeverOverdue)
{
    EXPECT_EQ(standing_of(Stage::drafting, late, UnitKind::front), Standing::cooperating);
    EXPECT_EQ(
        standing_of(Stage::drafting, late, UnitKind::mass_organisation), Standing::cooperating
    );
    EXPECT_EQ(standing_of(Stage::accepted, late, UnitKind::front), Standing::accepted);
}

TEST(Standing, OfASentReportDoesNotChangeWithTheHour)
{
    EXPECT_EQ(standing_of(Stage::submitted, late, UnitKind::commune), Standing::submitted);
    EXPECT_EQ(standing_of(Stage::returned, late, UnitKind::commune), Standing::returned);
    EXPECT_EQ(standing_of(Stage::locked, late, UnitKind::commune), Standing::accepted);
    EXPECT_EQ(standing_of(Stage::separate, late, UnitKind::police), Standing::separate);
}

TEST(Standing, SaysWhoIsStillWaitedFor)
{
    EXPECT_TRUE(is_awaited(Standing::returned));
    EXPECT_TRUE(is_awaited(Standing::cooperating));
    EXPECT_FALSE(is_awaited(Standing::submitted));
    EXPECT_FALSE(is_awaited(Standing::separate));
}

} // namespace
} // namespace tiendo
