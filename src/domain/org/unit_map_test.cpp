#include "domain/org/unit_map.hpp"

#include <gtest/gtest.h>

namespace tiendo {
namespace {

const auto before = date(2025, 6, 30);
const auto on = date(2025, 7, 1);
const auto later = date(2026, 1, 1);

Unit unit(const char* id, std::optional<Date> from = {}, std::optional<Date> to = {})
{
    Unit made;
    made.id = UnitId(id);
    made.short_name = id;
    made.kind = UnitKind::commune;
    made.valid_from = from;
    made.valid_to = to;
    return made;
}

Unit old(const char* id)
{
    return unit(id, {}, before);
}

Unit fresh(const char* id)
{
    return unit(id, on);
}

Succession link(
    const char* from,
    const char* to,
    SuccessionKind kind = SuccessionKind::merged,
    std::optional<Decimal> share = {},
    Date day = on
)
{
    return {UnitId(from), UnitId(to), day, kind, share};
}

std::vector<UnitId> ids(std::initializer_list<const char*> names)
{
    std::vector<UnitId> list;
    for (const auto* name : names)
        list.emplace_back(name);
    return list;
}

/// "a→b 1/1, a→c ?"
std::string said(const UnitMap& map)
{
    std::string words;
    for (const auto& part : map.parts) {
        if (!words.empty()) words += ", ";
        words += part.from.str() + "→" + part.to.str() + " ";
        words += part.share
                     ? std::to_string(part.share->above) + "/" + std::to_string(part.share->below)
                     : "?";
    }
    return words;
}

constexpr auto divided = SuccessionKind::divided;

TEST(UnitMap, PutsAllOfAMergedUnitIntoTheOneThatFollows)
{
    const UnitDirectory units({old("a"), old("b"), fresh("c")}, {link("a", "c"), link("b", "c")});
    const auto map = unit_map(ids({"a", "b"}), units, on);
    EXPECT_EQ(said(map), "a→c 1/1, b→c 1/1");
    EXPECT_EQ(map.units, ids({"c"}));
    EXPECT_TRUE(map.is_known(UnitId("c")));
    EXPECT_FALSE(map.is_as_reported());
    EXPECT_TRUE(unit_map(ids({"a", "b"}), units, before).is_as_reported());
}

TEST(UnitMap, DoesNotTellApartLookingBackWhatAMergedUnitCounts)
{
    const UnitDirectory units({old("a"), old("b"), fresh("c")}, {link("a", "c"), link("b", "c")});
    const auto map = unit_map(ids({"c"}), units, before);
    EXPECT_EQ(said(map), "c→a ?, c→b ?");
    EXPECT_FALSE(map.is_known(UnitId("a")));
}

TEST(UnitMap, FollowsARenamedOrMovedUnitBothWays)
{
    const UnitDirectory units(
        {old("a"), fresh("a-2"), old("b"), fresh("b-2")},
        {link("a", "a-2", SuccessionKind::renamed), link("b", "b-2", SuccessionKind::moved)}
    );
    EXPECT_EQ(said(unit_map(ids({"a", "b"}), units, later)), "a→a-2 1/1, b→b-2 1/1");
    EXPECT_EQ(said(unit_map(ids({"a-2", "b-2"}), units, before)), "a-2→a 1/1, b-2→b 1/1");
}

TEST(UnitMap, DividesByTheConfirmedShareOnly)
{
    const auto with = [](std::optional<Decimal> first, std::optional<Decimal> second) {
        const UnitDirectory units(
            {old("a"), fresh("b"), fresh("c")},
            {link("a", "b", divided, first), link("a", "c", divided, second)}
        );
        return said(unit_map(ids({"a"}), units, on));
    };
    EXPECT_EQ(with(Decimal(375, 1), Decimal(625, 1)), "a→b 3/8, a→c 5/8");
    EXPECT_EQ(with({}, {}), "a→b ?, a→c ?");
    EXPECT_EQ(with(Decimal(40), {}), "a→b ?, a→c ?");
    EXPECT_EQ(with(Decimal(40), Decimal(50)), "a→b ?, a→c ?") << "a tenth is lost";
}

TEST(UnitMap, AddsTheDividedUnitUpAgainLookingBack)
{
    const UnitDirectory units(
        {old("a"), fresh("b"), fresh("c")}, {link("a", "b", divided), link("a", "c", divided)}
    );
    EXPECT_EQ(said(unit_map(ids({"b", "c"}), units, before)), "b→a 1/1, c→a 1/1");
}

TEST(UnitMap, KnowsTheWholeWhereAllPartsMeetAgain)
{
    const UnitDirectory units(
        {old("a"),
         unit("b", on, date(2025, 12, 31)),
         unit("c", on, date(2025, 12, 31)),
         unit("d", later)},
        {link("a", "b", divided),
         link("a", "c", divided),
         link("b", "d", SuccessionKind::merged, {}, later),
         link("c", "d", SuccessionKind::merged, {}, later)}
    );
    EXPECT_EQ(said(unit_map(ids({"a"}), units, on)), "a→b ?, a→c ?");
    EXPECT_EQ(said(unit_map(ids({"a"}), units, later)), "a→d 1/1");
}

TEST(UnitMap, MultipliesTheSharesOfDivisionsOneAfterTheOther)
{
    const UnitDirectory units(
        {old("a"), unit("b", on, date(2025, 12, 31)), fresh("c"), unit("d", later), unit("e", later)
        },
        {link("a", "b", divided, Decimal(40)),
         link("a", "c", divided, Decimal(60)),
         link("b", "d", divided, Decimal(25), later),
         link("b", "e", divided, Decimal(75), later)}
    );
    EXPECT_EQ(said(unit_map(ids({"a"}), units, later)), "a→d 1/10, a→e 3/10, a→c 3/5");
}

TEST(UnitMap, IsNotSureOfADividedUnitWhoseOtherPartNobodyNamed)
{
    const UnitDirectory units({old("a"), fresh("b")}, {link("a", "b", divided)});
    EXPECT_EQ(said(unit_map(ids({"a"}), units, on)), "a→b ?");
}

TEST(UnitMap, KeepsAClosedUnitUnderItsOwnName)
{
    const UnitDirectory units({old("a")}, {});
    EXPECT_EQ(said(unit_map(ids({"a"}), units, later)), "a→a 1/1");
}

TEST(UnitMap, NeverTakesACodeThatIsUsedAgainForTheUnitThatHadIt)
{
    // 23392 was Đắk Kan and is Sa Loong since 01/07/2025; Bờ Y was one of three that became Bờ Y.
    auto dak_kan = old("dak-kan");
    dak_kan.code = "23392";
    auto sa_loong = fresh("sa-loong-2");
    sa_loong.code = "23392";
    const UnitDirectory units(
        {dak_kan, old("sa-loong"), sa_loong, old("bo-y"), old("plei-kan"), fresh("bo-y-2")},
        {link("dak-kan", "sa-loong-2"),
         link("sa-loong", "sa-loong-2"),
         link("bo-y", "bo-y-2"),
         link("plei-kan", "bo-y-2")}
    );
    EXPECT_EQ(
        said(unit_map(ids({"dak-kan", "bo-y", "plei-kan"}), units, on)),
        "dak-kan→sa-loong-2 1/1, bo-y→bo-y-2 1/1, plei-kan→bo-y-2 1/1"
    );
    EXPECT_EQ(said(unit_map(ids({"bo-y"}), units, before)), "bo-y→bo-y 1/1");
    EXPECT_EQ(said(unit_map(ids({"bo-y-2"}), units, before)), "bo-y-2→bo-y ?, bo-y-2→plei-kan ?");
}

TEST(UnitMap, KnowsTheDaysOnWhichItChanged)
{
    const UnitDirectory units(
        {old("a"), unit("b", on, date(2025, 12, 31)), unit("c", later), old("x"), fresh("y")},
        {link("a", "b"),
         link("b", "c", SuccessionKind::renamed, {}, later),
         link("x", "y", SuccessionKind::renamed)}
    );
    EXPECT_EQ(days_of_change(ids({"b"}), units), (std::vector<Date>{later, on}));
    EXPECT_EQ(days_of_change(ids({"y"}), units), (std::vector<Date>{on}));
    EXPECT_TRUE(days_of_change(ids({"z"}), units).empty());
}

TEST(UnitMap, EndsInACircleOfReorganisations)
{
    const UnitDirectory units(
        {old("a"), old("b")},
        {link("a", "b", SuccessionKind::renamed), link("b", "a", SuccessionKind::renamed)}
    );
    EXPECT_EQ(unit_map(ids({"a"}), units, on).parts.size(), 1u);
}

TEST(UnitMap, BringsUnitsTogetherInThoseAboveThem)
{
    auto north = old("north"), south = old("south"), split = old("split"), apart = old("apart");
    auto n1 = fresh("n1"), n2 = fresh("n2"), s1 = fresh("s1");
    for (auto* one : {&north, &split, &apart, &n1, &n2})
        one->parent = UnitId("N");
    for (auto* one : {&south, &s1})
        one->parent = UnitId("S");
    const UnitDirectory units(
        {unit("N"), unit("S"), north, south, split, apart, n1, n2, s1},
        {link("north", "n1"),
         link("south", "s1"),
         link("split", "n1", SuccessionKind::divided),
         link("split", "n2", SuccessionKind::divided),
         link("apart", "n1", SuccessionKind::divided, Decimal(25, 0)),
         link("apart", "s1", SuccessionKind::divided, Decimal(75, 0))}
    );
    const auto map = unit_map(ids({"north", "south", "split", "apart", "N"}), units, later);
    EXPECT_EQ(
        said(map_above(map, units)),
        "north→N 1/1, south→S 1/1, split→N 1/1, apart→N 1/4, apart→S 3/4, N→N 1/1"
    );
}

} // namespace
} // namespace tiendo
