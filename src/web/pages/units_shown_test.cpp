#include "web/pages/units_shown.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tiendo::web {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

const auto day = date(2025, 7, 2);

Unit unit(const std::string& id, const std::string& parent)
{
    Unit made;
    made.id = UnitId(id);
    made.parent = UnitId(parent);
    made.kind = UnitKind::commune;
    return made;
}

/// Communes of some provinces, so many of each.
struct Country {
    UnitDirectory directory{{}, {}};
    std::vector<UnitId> communes{};
};

Country country(const std::vector<std::size_t>& sizes)
{
    std::vector<Unit> units;
    Country made;
    for (std::size_t p = 0; p < sizes.size(); ++p) {
        const auto province = "tinh-" + std::to_string(p + 1);
        units.push_back(unit(province, ""));
        for (std::size_t c = 0; c < sizes[p]; ++c) {
            units.push_back(unit("xa-" + std::to_string(p + 1) + "-" + std::to_string(c), province)
            );
            made.communes.push_back(units.back().id);
        }
    }
    made.directory = UnitDirectory(units, {});
    return made;
}

UnitsShown shown_of(const Country& of, const Fields& query = {})
{
    Request request;
    request.query = query;
    return {of.communes, of.directory, day, request};
}

TEST(UnitsShown, AreAllUnitsWhereTheyAreFew)
{
    const auto shown = shown_of(country({60, 40}));
    EXPECT_FALSE(shown.is_higher());
    EXPECT_THAT(shown.map().units, SizeIs(100));
    EXPECT_EQ(shown.part().count(), 1U);
}

TEST(UnitsShown, AreTheProvincesOfManyCommunesAndThenTheCommunesOfOne)
{
    const auto many = country({60, 41, 70});
    const auto shown = shown_of(many);
    EXPECT_TRUE(shown.is_higher());
    EXPECT_THAT(
        shown.map().units, ElementsAre(UnitId("tinh-1"), UnitId("tinh-2"), UnitId("tinh-3"))
    );
    EXPECT_THAT(shown.map().parts_of(UnitId("tinh-2")), SizeIs(41));
    EXPECT_THAT(
        shown.map_of({UnitId("xa-3-1"), UnitId("xa-3-2")}, many.directory).units, SizeIs(1)
    );

    const auto one = shown_of(many, {{"duoi", "tinh-3"}});
    EXPECT_FALSE(one.is_higher());
    EXPECT_THAT(one.map().units, SizeIs(70));
    EXPECT_EQ(one.map().units.front(), UnitId("xa-3-0"));
}

TEST(UnitsShown, ComeInPartsWhereOneUnitHasManyBelowIt)
{
    const auto many = country({250});
    EXPECT_EQ(shown_of(many).part().count(), 3U);
    EXPECT_THAT(shown_of(many).map().units, SizeIs(100));
    const auto last = shown_of(many, {{"phan", "3"}});
    EXPECT_THAT(last.map().units, SizeIs(50));
    EXPECT_EQ(last.reporters().back(), UnitId("xa-1-249"));
    EXPECT_EQ(shown_of(many, {{"phan", "99"}}).part().number(), 3U);
    EXPECT_EQ(shown_of(many, {{"phan", "x"}}).part().number(), 1U);
}

TEST(UnitsShown, AreThoseOfANameWhereverTheyLie)
{
    auto many = country({60, 41, 70});
    auto units = many.directory.units();
    units.back().name = "Ủy ban nhân dân xã Đắk Môn";
    many.directory = UnitDirectory(units, {});
    const auto found = shown_of(many, {{"tim", " dak  MON "}});
    EXPECT_THAT(found.map().units, ElementsAre(UnitId("xa-3-69")));
    EXPECT_THAT(found.reporters(), ElementsAre(UnitId("xa-3-69")));
    EXPECT_FALSE(found.is_higher());
    EXPECT_TRUE(found.are_many());
    EXPECT_THAT(shown_of(many, {{"tim", "Sa Loong"}}).map().units, SizeIs(0));
}

TEST(UnitsShown, AsTheyReportedDoNotFollowTheirSuccessors)
{
    const auto former = UnitId("xa-1-0");
    const auto now = UnitId("xa-1-1");
    const UnitDirectory merged(
        country({2}).directory.units(), {{former, now, date(2025, 7, 1), SuccessionKind::merged}}
    );
    EXPECT_THAT(UnitsShown({former}, merged, day, {}).map().units, ElementsAre(now));
    const auto shown = UnitsShown::as_they_reported({former}, merged, {});
    EXPECT_THAT(shown.map().units, ElementsAre(former));
    EXPECT_THAT(shown.map_of({former, now}, merged).units, ElementsAre(former));
}

} // namespace
} // namespace tiendo::web
