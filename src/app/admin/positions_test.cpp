#include "app/admin/accounts.hpp"
#include "app/admin/password_choice.hpp"
#include "app/admin/positions.hpp"
#include "app/admin/sign_in.hpp"
#include "app/world/new_sample_office.hpp"

#include <gtest/gtest.h>

namespace tiendo::app {
namespace {

class Positions : public testing::Test {
protected:
    template <class Act> auto as(const Actor& actor, Act&& act)
    {
        return office_.write(actor, act);
    }

    Result<Done> give(const char* login, const char* unit, std::set<Role> roles)
    {
        return as(admin_, [&](Work& work) {
            return give_position(work, login, {UnitId(unit), std::move(roles)});
        });
    }
    Result<Done> end(const char* login, const char* unit)
    {
        return as(admin_, [&](Work& work) { return end_position(work, login, UnitId(unit)); });
    }
    std::vector<Position> held(const char* login)
    {
        return office_.read({}, [&](Work& work) { return positions_of(work, login); });
    }
    std::string session_of(const char* login)
    {
        return office_.write({}, [&](Work& work) {
            return open_session(work, login, office_.computer_time());
        });
    }
    Session session(const std::string& token) { return session_of_token(office_, token).value(); }
    Result<Done> change(const std::string& token, const char* unit)
    {
        const auto present = session(token);
        return as(present.actor, [&](Work& work) {
            return change_position(work, present.digest, UnitId(unit));
        });
    }
    Account kept(const char* login)
    {
        return office_.read(admin_, [&](Work& work) { return account_of(work, login).value(); });
    }

    template <class Value> static std::string refusal(const Result<Value>& result)
    {
        return result ? std::string() : result.error().problems.front().key;
    }

    Office office_ = new_sample_office();
    Actor admin_{"quantri", "", UnitId("ngoc-hoi"), {Role::admin}};
};

TEST_F(Positions, AreOfOneAccountAndOneUnitEach)
{
    ASSERT_TRUE(give("saloong", "dak-duc", {Role::entry}));
    ASSERT_TRUE(give("saloong", "mat-tran", {Role::entry}));
    ASSERT_TRUE(give("saloong", "dak-duc", {Role::entry, Role::unit_leader}));
    EXPECT_EQ(
        held("saloong"),
        (std::vector<Position>{
            {UnitId("sa-loong"), {Role::entry}},
            {UnitId("dak-duc"), {Role::entry, Role::unit_leader}},
            {UnitId("mat-tran"), {Role::entry}}
        })
    );
    EXPECT_EQ(held("dakduc").size(), 1u);
}

TEST_F(Positions, AreRefusedWhereTheyMeanNothing)
{
    EXPECT_EQ(refusal(give("saloong", "sa-loong", {Role::entry})), "position.is_own");
    EXPECT_EQ(refusal(give("saloong", "no-such-unit", {Role::entry})), "account.unit_unknown");
    EXPECT_EQ(refusal(give("saloong", "", {Role::entry})), "account.unit_unknown");
    EXPECT_EQ(refusal(give("saloong", "dak-duc", {})), "account.role_missing");
    EXPECT_EQ(refusal(give("nobody", "dak-duc", {Role::entry})), "account.not_found");
    EXPECT_EQ(refusal(end("saloong", "dak-duc")), "position.not_held");
    EXPECT_EQ(held("saloong").size(), 1u);
}

TEST_F(Positions, AreAtMostTwelve)
{
    const auto units = office_.read({}, [](Work& work) { return work.kept.units().all(); });
    std::vector<std::string> refusals;
    for (const auto& unit : units)
        if (unit.id != "sa-loong")
            refusals.push_back(refusal(give("saloong", unit.id.c_str(), {Role::entry})));
    ASSERT_GT(refusals.size(), 12u);
    EXPECT_EQ(refusals[11], "");
    EXPECT_EQ(refusals[12], "position.too_many");
    EXPECT_TRUE(give("saloong", units.front().id.c_str(), {Role::unit_leader}));
}

TEST_F(Positions, AreGivenByAnAdministratorAlone)
{
    const Actor office{"chuyenvien", "", UnitId("phong-ldtbxh"), {Role::monitor}};
    const auto given = as(office, [](Work& work) {
        return give_position(work, "saloong", {UnitId("dak-duc"), {Role::entry}});
    });
    EXPECT_EQ(refusal(given), "access.forbidden");
}

TEST_F(Positions, LetASessionWorkInOneOfThemAtATime)
{
    ASSERT_TRUE(give("saloong", "dak-duc", {Role::unit_leader}));
    const auto token = session_of("saloong");
    EXPECT_EQ(session(token).actor.unit, UnitId("sa-loong"));
    ASSERT_TRUE(change(token, "dak-duc"));
    EXPECT_EQ(session(token).actor.unit, UnitId("dak-duc"));
    EXPECT_EQ(session(token).actor.roles, std::set{Role::unit_leader});
    EXPECT_EQ(session(session_of("saloong")).actor.unit, UnitId("sa-loong"));
    ASSERT_TRUE(change(token, "sa-loong"));
    EXPECT_EQ(session(token).actor.roles, std::set{Role::entry});
}

TEST_F(Positions, OfOthersCannotBeTaken)
{
    ASSERT_TRUE(give("dakduc", "mat-tran", {Role::entry}));
    const auto token = session_of("saloong");
    EXPECT_EQ(refusal(change(token, "mat-tran")), "position.not_held");
    EXPECT_EQ(refusal(change(token, "")), "");
    EXPECT_EQ(session(token).actor.unit, UnitId("sa-loong"));
}

TEST_F(Positions, EndAtOnceForWhoeverWorksInThem)
{
    ASSERT_TRUE(give("saloong", "dak-duc", {Role::entry}));
    const auto token = session_of("saloong");
    ASSERT_TRUE(change(token, "dak-duc"));
    ASSERT_TRUE(end("saloong", "dak-duc"));
    EXPECT_EQ(session(token).actor.unit, UnitId("sa-loong"));
    ASSERT_TRUE(give("saloong", "dak-duc", {Role::entry}));
    EXPECT_EQ(session(token).actor.unit, UnitId("sa-loong"));
}

TEST_F(Positions, EndWithTheAccount)
{
    ASSERT_TRUE(give("saloong", "dak-duc", {Role::entry}));
    const auto token = session_of("saloong");
    ASSERT_TRUE(change(token, "dak-duc"));
    ASSERT_TRUE(as(admin_, [](Work& work) { return disable_account(work, "saloong"); }));
    EXPECT_FALSE(session_of_token(office_, token));
}

TEST_F(Positions, AreNotInTheAccountsOwnUnit)
{
    ASSERT_TRUE(give("saloong", "dak-duc", {Role::entry}));
    auto account = kept("saloong");
    account.unit = UnitId("dak-duc");
    EXPECT_EQ(
        refusal(as(admin_, [&](Work& work) { return change_account(work, account); })),
        "account.unit_is_position"
    );
}

TEST_F(Positions, OfAnAdministratorDoNotLeaveTheOfficeWithoutOne)
{
    ASSERT_TRUE(give("chuyenvien", "ngoc-hoi", {Role::admin}));
    auto account = kept("quantri");
    account.roles = {Role::leader};
    ASSERT_TRUE(as(admin_, [&](Work& work) { return change_account(work, account); }));
    EXPECT_EQ(refusal(end("chuyenvien", "ngoc-hoi")), "account.last_administrator");
    EXPECT_EQ(
        refusal(give("chuyenvien", "ngoc-hoi", {Role::leader})), "account.last_administrator"
    );
    EXPECT_EQ(
        refusal(as(admin_, [](Work& work) { return disable_account(work, "chuyenvien"); })),
        "account.last_administrator"
    );
    EXPECT_EQ(held("chuyenvien").size(), 2u);
}

TEST_F(Positions, KeepALeaderFromOpeningWhatLiesBeyondTheUnit)
{
    const Actor leader{"saloong-ld", "", UnitId("sa-loong"), {Role::unit_leader}};
    const auto code = [&] {
        return refusal(as(leader, [&](Work& work) {
            return issue_code(work, "saloong", office_.computer_time());
        }));
    };
    EXPECT_EQ(code(), "");
    ASSERT_TRUE(give("saloong", "dak-duc", {Role::entry}));
    EXPECT_EQ(code(), "access.forbidden");
}

TEST_F(Positions, ShowAPersonToTheLeadersOfBothUnits)
{
    ASSERT_TRUE(give("saloong", "dak-duc", {Role::entry}));
    const Actor leader{"x", "", UnitId("dak-duc"), {Role::unit_leader}};
    const auto seen = as(leader, [](Work& work) { return accounts(work); }).value();
    std::set<std::string> logins;
    for (const auto& account : seen)
        logins.insert(account.login);
    EXPECT_EQ(logins, (std::set<std::string>{"dakduc", "saloong"}));
}

TEST_F(Positions, LeaveTheirTraceInTheJournal)
{
    ASSERT_TRUE(give("saloong", "dak-duc", {Role::entry}));
    const auto clock = office_.read({}, [](Work& work) { return work.now; });
    ASSERT_TRUE(change(session_of("saloong"), "dak-duc"));
    EXPECT_EQ(clock, office_.read({}, [](Work& work) { return work.now; }));
    ASSERT_TRUE(end("saloong", "dak-duc"));
    std::vector<std::string> lines;
    office_.read({}, [&](Work& work) {
        work.kept.journal().each([&](const store::JournalRecord& record) {
            const auto& entry = record.entry;
            if (entry.verb.starts_with("position."))
                lines.push_back(
                    entry.by + " " + entry.verb + " " + entry.subject + " " + entry.unit
                );
        });
        return done;
    });
    EXPECT_EQ(
        lines,
        (std::vector<std::string>{
            "quantri position.given saloong dak-duc",
            "saloong position.changed saloong dak-duc",
            "quantri position.ended saloong dak-duc"
        })
    );
}

} // namespace
} // namespace tiendo::app
