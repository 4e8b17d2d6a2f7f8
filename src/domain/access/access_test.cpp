#include "domain/access/access.hpp"

#include <gtest/gtest.h>

namespace tiendo {
namespace {

Actor actor(std::set<Role> roles, const char* unit = "sa-loong")
{
    return {"somebody", "", UnitId(unit), std::move(roles)};
}

TEST(Access, LetsAnOfficerSeeAndTypeOnlyForTheOwnUnit)
{
    const auto officer = actor({Role::entry});
    EXPECT_TRUE(may(officer, Right::enter_report, UnitId("sa-loong")));
    EXPECT_FALSE(may(officer, Right::enter_report, UnitId("dak-duc")));
    EXPECT_FALSE(may(officer, Right::see_report, UnitId("dak-duc")));
    EXPECT_FALSE(may(officer, Right::see_plan));
}

TEST(Access, LetsALeaderSeeAllAndChangeNothing)
{
    const auto leader = actor({Role::leader});
    EXPECT_TRUE(may(leader, Right::see_plan));
    EXPECT_TRUE(may(leader, Right::see_report, UnitId("dak-duc")));
    EXPECT_FALSE(may(leader, Right::review_reports));
    EXPECT_FALSE(may(leader, Right::enter_report, UnitId("dak-duc")));
}

TEST(Access, GivesAnAdministratorNoRightToFigures)
{
    const auto admin = actor({Role::admin});
    EXPECT_TRUE(may(admin, Right::manage_accounts));
    EXPECT_TRUE(may(admin, Right::manage_holidays));
    EXPECT_FALSE(may(admin, Right::see_plan));
    EXPECT_FALSE(may(admin, Right::see_report, UnitId("dak-duc")));
}

TEST(Access, LetsTheHeadOfTheOfficeApproveAndTheLeaderGiveBack)
{
    const auto head = actor({Role::monitor, Role::unit_leader});
    EXPECT_TRUE(may(head, Right::approve_report));
    EXPECT_TRUE(may(head, Right::sign_report));
    EXPECT_FALSE(may(actor({Role::monitor}), Right::approve_report));
    EXPECT_FALSE(may(actor({Role::monitor}), Right::sign_report));
    EXPECT_FALSE(may(actor({Role::unit_leader}), Right::approve_report));
    EXPECT_TRUE(may(actor({Role::leader}), Right::sign_report));
    EXPECT_FALSE(may(actor({Role::leader}), Right::write_report));
}

TEST(Access, LetsAUnitsLeaderDecideAboutTheOwnUnitsReportAlone)
{
    auto leader = actor({Role::unit_leader});
    leader.unit = UnitId("dak-duc");
    EXPECT_TRUE(may(leader, Right::approve_entry, UnitId("dak-duc")));
    EXPECT_FALSE(may(leader, Right::approve_entry, UnitId("sa-loong")));
    EXPECT_FALSE(may(leader, Right::enter_report, UnitId("dak-duc")));
    EXPECT_FALSE(may(actor({Role::monitor}), Right::approve_entry, UnitId("dak-duc")));
    EXPECT_FALSE(may(actor({Role::entry}), Right::approve_entry, UnitId("dak-duc")));
}

TEST(Access, FollowsThePositionAPersonWorksInAndNoOther)
{
    const auto person = actor({Role::entry, Role::unit_leader}, "sa-loong");
    const auto elsewhere = in_position(person, {UnitId("mat-tran"), {Role::entry}});
    EXPECT_EQ(elsewhere.login, person.login);
    EXPECT_TRUE(may(elsewhere, Right::enter_report, UnitId("mat-tran")));
    EXPECT_FALSE(may(elsewhere, Right::enter_report, UnitId("sa-loong")));
    EXPECT_FALSE(may(elsewhere, Right::see_report, UnitId("sa-loong")));
    EXPECT_FALSE(elsewhere.has(Role::unit_leader));
}

TEST(Access, LetsNobodyInWhoIsNotSignedIn)
{
    const Actor nobody;
    EXPECT_TRUE(may(nobody, Right::public_page));
    for (const auto right :
         {Right::signed_in,
          Right::see_plan,
          Right::edit_plan,
          Right::enter_report,
          Right::approve_entry,
          Right::see_report,
          Right::review_reports,
          Right::write_report,
          Right::approve_report,
          Right::sign_report,
          Right::manage_units,
          Right::manage_accounts,
          Right::manage_holidays,
          Right::see_journal}) {
        EXPECT_FALSE(may(nobody, right));
    }
}

} // namespace
} // namespace tiendo
