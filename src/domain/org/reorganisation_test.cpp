#include "domain/org/reorganisation.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tiendo {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr Date day{std::chrono::year{2025}, std::chrono::month{7}, std::chrono::day{1}};

Unit commune(const char* id, const char* name)
{
    Unit unit;
    unit.id = UnitId(id);
    unit.name = std::string("Ủy ban nhân dân xã ") + name;
    unit.short_name = name;
    unit.kind = UnitKind::commune;
    unit.parent = UnitId("huyen");
    unit.code = std::string("1-") + id;
    return unit;
}

UnitDirectory district()
{
    Unit committee;
    committee.id = UnitId("huyen");
    committee.kind = UnitKind::committee;
    auto province = committee;
    province.id = UnitId("tinh");
    return UnitDirectory(
        {commune("a", "A"), commune("b", "B"), commune("c", "C"), committee, province}, {}
    );
}

NewPart new_part(const char* name)
{
    NewPart part;
    part.unit.name = name;
    part.unit.short_name = name;
    return part;
}

Reorganisation of(ReorganisationKind kind, std::vector<UnitId> units, std::vector<NewPart> parts)
{
    return {kind, day, std::move(units), std::move(parts)};
}

std::string problem_of(const Reorganisation& wanted)
{
    const auto effect = effect_of(district(), wanted);
    return effect ? "" : effect.error().problems.front().key;
}

TEST(Reorganisation, MergesUnitsIntoANewOneThatBeginsWhenTheyEnd)
{
    const auto effect =
        effect_of(
            district(),
            of(ReorganisationKind::merger, {UnitId("a"), UnitId("b")}, {new_part("Mới")})
        )
            .value();
    ASSERT_EQ(effect.added.size(), 1U);
    EXPECT_EQ(effect.added.front().id, UnitId("moi"));
    EXPECT_EQ(effect.added.front().kind, UnitKind::commune);
    EXPECT_EQ(effect.added.front().parent, UnitId("huyen"));
    EXPECT_EQ(effect.added.front().valid_from, day);
    EXPECT_EQ(effect.ended.front().valid_to, date(2025, 6, 30));
    const auto after = with_effect(district(), effect);
    EXPECT_EQ(after.standing_for(UnitId("b"), day), UnitId("moi"));
    EXPECT_EQ(after.standing_for(UnitId("b"), date(2025, 6, 30)), UnitId("b"));
    EXPECT_EQ(after.standing_for(UnitId("c"), day), UnitId("c"));
}

TEST(Reorganisation, LetsOneUnitGoIntoAnotherThatStays)
{
    NewPart into;
    into.existing = UnitId("c");
    const auto effect =
        effect_of(district(), of(ReorganisationKind::merger, {UnitId("a")}, {into})).value();
    EXPECT_THAT(effect.added, IsEmpty());
    EXPECT_EQ(with_effect(district(), effect).standing_for(UnitId("a"), day), UnitId("c"));
}

TEST(Reorganisation, DividesAUnitByShares)
{
    auto first = new_part("Một");
    first.share = Decimal(375, 1);
    NewPart second;
    second.existing = UnitId("c");
    second.share = Decimal(625, 1);
    const auto effect =
        effect_of(district(), of(ReorganisationKind::division, {UnitId("a")}, {first, second}))
            .value();
    ASSERT_EQ(effect.successions.size(), 2U);
    EXPECT_EQ(effect.successions[0].kind, SuccessionKind::divided);
    EXPECT_EQ(effect.successions[1].share, Decimal(625, 1));
    EXPECT_EQ(with_effect(district(), effect).standing_for(UnitId("a"), day), UnitId("a"));
}

TEST(Reorganisation, TakesSharesWholeOrNotAtAll)
{
    auto first = new_part("Một");
    auto second = new_part("Hai");
    const auto divided = [&] {
        return problem_of(of(ReorganisationKind::division, {UnitId("a")}, {first, second}));
    };
    EXPECT_EQ(divided(), "");
    first.share = Decimal(60);
    EXPECT_EQ(divided(), "reorganisation.shares_not_whole");
    second.share = Decimal(50);
    EXPECT_EQ(divided(), "reorganisation.shares_not_whole");
    second.share = Decimal(40);
    EXPECT_EQ(divided(), "");
    second.share = Decimal(0);
    EXPECT_EQ(divided(), "reorganisation.share_not_positive");
}

TEST(Reorganisation, RenamesAUnitAndKeepsAllElse)
{
    auto renamed = new_part("Ủy ban nhân dân xã Mới");
    renamed.unit.short_name = "Mới";
    const auto effect =
        effect_of(district(), of(ReorganisationKind::renaming, {UnitId("a")}, {renamed})).value();
    EXPECT_EQ(effect.added.front().code, "1-a");
    EXPECT_EQ(effect.added.front().kind, UnitKind::commune);
    EXPECT_EQ(effect.successions.front().kind, SuccessionKind::renamed);
}

TEST(Reorganisation, MovesAUnitBelowAnotherSuperior)
{
    NewPart moved;
    moved.unit.parent = UnitId("tinh");
    const auto effect =
        effect_of(district(), of(ReorganisationKind::moving, {UnitId("a")}, {moved})).value();
    const auto& after = effect.added.front();
    EXPECT_EQ(after.id, UnitId("a-2"));
    EXPECT_EQ(after.name, "Ủy ban nhân dân xã A");
    EXPECT_EQ(after.parent, UnitId("tinh"));
    EXPECT_EQ(effect.successions.front().kind, SuccessionKind::moved);
}

TEST(Reorganisation, ClosesAUnitWithoutASuccessor)
{
    const auto effect =
        effect_of(district(), of(ReorganisationKind::closing, {UnitId("a")}, {})).value();
    EXPECT_THAT(effect.successions, IsEmpty());
    EXPECT_EQ(effect.ended.front().valid_to, date(2025, 6, 30));
}

TEST(Reorganisation, RefusesWhatCannotBe)
{
    using enum ReorganisationKind;
    NewPart into_itself;
    into_itself.existing = UnitId("a");
    EXPECT_EQ(problem_of(of(merger, {}, {new_part("Mới")})), "reorganisation.no_old_unit");
    EXPECT_EQ(problem_of(of(merger, {UnitId("a")}, {new_part("Mới")})), "unit_admin.merge_two");
    EXPECT_EQ(
        problem_of(of(merger, {UnitId("a"), UnitId("b")}, {new_part("")})),
        "unit_admin.name_missing"
    );
    EXPECT_EQ(
        problem_of(of(merger, {UnitId("a"), UnitId("b")}, {into_itself})),
        "reorganisation.target_not_usable"
    );
    EXPECT_EQ(
        problem_of(of(division, {UnitId("a")}, {new_part("Một")})), "reorganisation.two_parts"
    );
    EXPECT_EQ(
        problem_of(of(renaming, {UnitId("a"), UnitId("b")}, {new_part("Mới")})),
        "reorganisation.one_old_unit"
    );
    EXPECT_EQ(problem_of(of(closing, {UnitId("x")}, {})), "unit_admin.unknown");
}

TEST(Reorganisation, RefusesAUnitThatAnotherHasFollowedAlready)
{
    const auto once = of(ReorganisationKind::closing, {UnitId("a")}, {});
    const auto after = with_effect(district(), effect_of(district(), once).value());
    EXPECT_EQ(effect_of(after, once).error().problems.front().key, "reorganisation.ended_already");
}

} // namespace
} // namespace tiendo
