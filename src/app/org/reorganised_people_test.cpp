#include "app/admin/positions.hpp"
#include "app/admin/sign_in.hpp"
#include "app/org/reorganisations.hpp"
#include "app/world/new_sample_office.hpp"

#include <gtest/gtest.h>

namespace tiendo::app {
namespace {

/// Two offices become one while a person of a third serves both of them.
class ReorganisedPeople : public testing::Test {
protected:
    void give(const char* login, const char* unit, std::set<Role> roles)
    {
        const auto given = office_.write(admin_, [&](Work& work) {
            return give_position(work, login, {UnitId(unit), std::move(roles)});
        });
        ASSERT_TRUE(given);
    }

    void merge(std::vector<UnitId> old_units, UnitId into = {})
    {
        Reorganisation wanted;
        wanted.on = parse_iso_date("2024-01-01").value();
        wanted.old_units = std::move(old_units);
        NewPart part;
        part.existing = std::move(into);
        part.unit.name = "Phòng Dân tộc và Tư pháp";
        part.unit.short_name = "DT-TP";
        wanted.parts = {part};
        id_ =
            office_.write(
                       admin_, [&](Work& work) { return prepare_reorganisation(work, wanted); }
            ).value();
        ASSERT_TRUE(office_.write(admin_, [&](Work& work) { return reorganise(work, id_, true); }));
    }
    void undo()
    {
        ASSERT_TRUE(office_.write(admin_, [&](Work& work) {
            return undo_reorganisation(work, id_);
        }));
    }

    std::vector<Position> held(const char* login)
    {
        return office_.read({}, [&](Work& work) { return positions_of(work, login); });
    }
    std::string session_in(const char* login, const char* unit)
    {
        const auto token = office_.write({}, [&](Work& work) {
            return open_session(work, login, office_.computer_time());
        });
        const auto session = session_of_token(office_, token).value();
        const auto changed = office_.write(session.actor, [&](Work& work) {
            return change_position(work, session.digest, UnitId(unit));
        });
        EXPECT_TRUE(changed);
        return token;
    }
    UnitId works_in(const std::string& token)
    {
        return session_of_token(office_, token).value().actor.unit;
    }

    Office office_ = new_sample_office();
    Actor admin_{"quantri", "", UnitId("ngoc-hoi"), {Role::admin}};
    std::string id_;
};

using Held = std::vector<Position>;

TEST_F(ReorganisedPeople, KeepTheirFurtherPositionInTheUnitThatFollows)
{
    give("phong-vhtt", "phong-dan-toc", {Role::entry});
    const auto before = held("phong-vhtt");
    const auto session = session_in("phong-vhtt", "phong-dan-toc");
    merge({UnitId("phong-dan-toc"), UnitId("phong-tu-phap")});
    EXPECT_EQ(
        held("phong-vhtt"),
        (Held{{UnitId("phong-vhtt"), {Role::entry}}, {UnitId("dt-tp"), {Role::entry}}})
    );
    EXPECT_EQ(works_in(session), UnitId("dt-tp"));
    undo();
    EXPECT_EQ(held("phong-vhtt"), before);
    EXPECT_EQ(works_in(session), UnitId("phong-dan-toc"));
}

TEST_F(ReorganisedPeople, HoldOnePositionWithTheRolesOfAllWhereUnitsBecomeOne)
{
    give("phong-vhtt", "phong-dan-toc", {Role::entry});
    give("phong-vhtt", "phong-tu-phap", {Role::unit_leader});
    const auto before = held("phong-vhtt");
    merge({UnitId("phong-dan-toc"), UnitId("phong-tu-phap")});
    EXPECT_EQ(
        held("phong-vhtt"),
        (Held{
            {UnitId("phong-vhtt"), {Role::entry}},
            {UnitId("dt-tp"), {Role::entry, Role::unit_leader}}
        })
    );
    undo();
    EXPECT_EQ(held("phong-vhtt"), before);
}

TEST_F(ReorganisedPeople, TakeFurtherRolesIntoTheirOwnUnitWhereItIsTheSame)
{
    give("phong-dan-toc", "phong-tu-phap", {Role::unit_leader});
    give("phong-vhtt", "phong-tu-phap", {Role::unit_leader});
    const auto before = held("phong-dan-toc");
    const auto session = session_in("phong-dan-toc", "phong-tu-phap");
    merge({UnitId("phong-dan-toc"), UnitId("phong-tu-phap")});
    EXPECT_EQ(held("phong-dan-toc"), (Held{{UnitId("dt-tp"), {Role::entry, Role::unit_leader}}}));
    EXPECT_EQ(works_in(session), UnitId("dt-tp"));
    undo();
    EXPECT_EQ(held("phong-dan-toc"), before);
}

TEST_F(ReorganisedPeople, TakeThemIntoAUnitThatGoesOn)
{
    give("phong-vhtt", "phong-tu-phap", {Role::unit_leader});
    const auto before = held("phong-vhtt");
    merge({UnitId("phong-tu-phap")}, UnitId("phong-vhtt"));
    EXPECT_EQ(held("phong-vhtt"), (Held{{UnitId("phong-vhtt"), {Role::entry, Role::unit_leader}}}));
    undo();
    EXPECT_EQ(held("phong-vhtt"), before);
}

TEST_F(ReorganisedPeople, AreNotGivenBackWhatWasTakenFromThemSince)
{
    give("phong-vhtt", "phong-dan-toc", {Role::entry});
    merge({UnitId("phong-dan-toc"), UnitId("phong-tu-phap")});
    ASSERT_TRUE(office_.write(admin_, [&](Work& work) {
        return end_position(work, "phong-vhtt", UnitId("dt-tp"));
    }));
    undo();
    EXPECT_EQ(held("phong-vhtt"), (Held{{UnitId("phong-vhtt"), {Role::entry}}}));
}

TEST_F(ReorganisedPeople, KeepTheNewUnitOnceSomebodyElseHasAPositionInIt)
{
    merge({UnitId("phong-dan-toc"), UnitId("phong-tu-phap")});
    give("phong-vhtt", "dt-tp", {Role::entry});
    const auto undone =
        office_.write(admin_, [&](Work& work) { return undo_reorganisation(work, id_); });
    ASSERT_FALSE(undone);
    EXPECT_EQ(undone.error().problems.front().key, "reorganisation.has_account");
}

TEST_F(ReorganisedPeople, AreShownBeforeWithTheirFurtherPositions)
{
    give("phong-vhtt", "phong-dan-toc", {Role::entry});
    Reorganisation wanted;
    wanted.on = parse_iso_date("2024-01-01").value();
    wanted.old_units = {UnitId("phong-dan-toc")};
    wanted.kind = ReorganisationKind::closing;
    const auto people =
        office_
            .read(admin_, [&](Work& work) { return preview_reorganisation(work, wanted).value(); })
            .accounts;
    const TouchedAccount further{"phong-vhtt", people.back().name, UnitId("phong-dan-toc"), true};
    ASSERT_EQ(people.size(), 2u);
    EXPECT_EQ(people.front().login, "phong-dan-toc");
    EXPECT_EQ(people.back(), further);
}

} // namespace
} // namespace tiendo::app
