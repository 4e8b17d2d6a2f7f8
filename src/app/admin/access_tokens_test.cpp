#include "app/admin/access_tokens.hpp"
#include "app/admin/account_records.hpp"
#include "app/admin/accounts.hpp"
#include "app/admin/passwords.hpp"
#include "base/digest.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tiendo::app {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* password = "bốn con ngựa ô";
constexpr std::int64_t day_seconds = 24 * 3600;

class AccessTokens : public testing::Test {
protected:
    AccessTokens()
    {
        add("mai", "sa-loong", {Role::entry});
        add("lan", "dak-duc", {Role::entry});
        office_.write({}, [](Work& work) {
            work.kept.accounts().put(store::PositionRecord{"mai", "dak-duc", "unit_leader"});
            return done;
        });
    }

    void add(const char* login, const char* unit, const std::set<Role>& roles)
    {
        static const std::string hash = hash_password(password);
        store::AccountRecord account;
        account.login = login;
        account.name = login;
        account.unit = unit;
        account.roles = roles_text(roles);
        account.password_hash = hash;
        ASSERT_TRUE(office_.write({}, [&](Work& work) { return work.kept.accounts().put(account); })
        );
    }

    Result<std::string>
    issue(const Actor& actor, TokenScope scope = TokenScope::read, int days = 30)
    {
        return issue_token(office_, actor, {"Một cửa", scope, days, password});
    }
    std::string issued(const Actor& actor) { return issue(actor).value(); }
    Result<Done> revoke(const Actor& actor, const std::string& token)
    {
        return office_.write(actor, [&](Work& work) {
            return revoke_token(work, sha256_hex(token), now_);
        });
    }
    std::vector<AccessToken> tokens(const Actor& actor)
    {
        return office_.read(
                          actor, [&](Work& work) { return tokens_of(work, actor.login); }
        ).value();
    }
    std::string refused(const std::string& token) { return refusal(program_of(office_, token)); }

    template <class Value> static std::string refusal(const Result<Value>& result)
    {
        return result ? std::string() : result.error().problems.front().key;
    }

    Instant now_{1'700'000'000};
    Office office_{store::open_store("sqlite::memory:").value(), [this] { return now_; }};
    Actor mai_{"mai", "mai", UnitId("sa-loong"), {Role::entry}};
    Actor lan_{"lan", "lan", UnitId("dak-duc"), {Role::entry}};
    Actor admin_{"bao", "bao", {}, {Role::admin}};
};

TEST_F(AccessTokens, StandForTheirPerson)
{
    const auto program = program_of(office_, issued(mai_));
    ASSERT_TRUE(program) << refusal(program);
    EXPECT_EQ(program->actor, mai_);
    EXPECT_EQ(program->name, "Một cửa");
    EXPECT_EQ(program->scope, TokenScope::read);
}

TEST_F(AccessTokens, WorkInThePositionInWhichTheyWereMadeWhileItIsHeld)
{
    const auto token = issued(in_position(mai_, {UnitId("dak-duc"), {Role::unit_leader}}));
    EXPECT_EQ(program_of(office_, token)->actor.unit, UnitId("dak-duc"));
    EXPECT_EQ(program_of(office_, token)->actor.roles, std::set{Role::unit_leader});
    office_.write({}, [](Work& work) {
        return work.kept.accounts().remove_position("mai", "dak-duc");
    });
    EXPECT_EQ(refused(token), "token.position_ended");
}

TEST_F(AccessTokens, FollowTheRolesOfTheirPerson)
{
    const auto token = issued(mai_);
    ASSERT_TRUE(office_.write({}, [](Work& work) {
        auto account = work.kept.accounts().get("mai").value();
        account.roles = "unit_leader";
        return work.kept.accounts().put(account);
    }));
    EXPECT_EQ(program_of(office_, token)->actor.roles, std::set{Role::unit_leader});
}

TEST_F(AccessTokens, AreRevokedAtOnceAndForGood)
{
    const auto token = issued(mai_);
    const auto other = issued(mai_);
    ASSERT_TRUE(revoke(mai_, token));
    EXPECT_EQ(refused(token), "token.revoked");
    EXPECT_EQ(refusal(revoke(mai_, token)), "token.not_open");
    EXPECT_EQ(refused(other), "");
}

TEST_F(AccessTokens, AreRevokedByTheirPersonOrAnAdministrator)
{
    const auto token = issued(mai_);
    EXPECT_EQ(refusal(revoke(lan_, token)), "token.not_open");
    EXPECT_EQ(refused(token), "");
    EXPECT_TRUE(revoke(admin_, token));
    EXPECT_EQ(refused(token), "token.revoked");
}

TEST_F(AccessTokens, ExpireOnTheirDay)
{
    const auto token = issued(mai_);
    now_.seconds += 30 * day_seconds - 1;
    EXPECT_EQ(refused(token), "");
    now_.seconds += 1;
    EXPECT_EQ(refused(token), "token.expired");
}

TEST_F(AccessTokens, EndWithTheAccount)
{
    const auto token = issued(mai_);
    ASSERT_TRUE(office_.write(admin_, [](Work& work) { return disable_account(work, "mai"); }));
    EXPECT_EQ(refused(token), "token.account_disabled");
}

TEST_F(AccessTokens, ThatNobodyMadeOpenNothing)
{
    const auto token = issued(mai_);
    for (const auto& tried : {std::string(), std::string("tdo_"), token + "x", sha256_hex(token)})
        EXPECT_EQ(refused(tried), "token.unknown") << tried;
}

TEST_F(AccessTokens, AreMadeByWhoKnowsThePasswordAlone)
{
    EXPECT_EQ(
        refusal(issue_token(office_, mai_, {"Một cửa", TokenScope::read, 30, "sai"})),
        "password.present_wrong"
    );
    EXPECT_EQ(
        refusal(issue_token(office_, mai_, {" ", TokenScope::read, 30, password})),
        "token.name_missing"
    );
    for (const int days : {0, -1, 367})
        EXPECT_EQ(refusal(issue(mai_, TokenScope::read, days)), "token.days_not_understood")
            << days;
    EXPECT_TRUE(tokens(mai_).empty());
}

TEST_F(AccessTokens, AreAtMostTenInUse)
{
    std::string first;
    for (int i = 0; i < 10; ++i)
        first = issued(mai_);
    EXPECT_EQ(refusal(issue(mai_)), "token.too_many");
    EXPECT_TRUE(issue(lan_));
    ASSERT_TRUE(revoke(mai_, first));
    EXPECT_TRUE(issue(mai_));
}

TEST_F(AccessTokens, TellWhenTheyWereLastUsed)
{
    const auto token = issued(mai_);
    EXPECT_EQ(tokens(mai_).front().last_used, std::nullopt);
    now_.seconds += 100;
    EXPECT_EQ(refused(token), "");
    now_.seconds += 30;
    EXPECT_EQ(refused(token), "");
    EXPECT_EQ(tokens(mai_).front().last_used, Instant{1'700'000'100});
    now_.seconds += 60;
    EXPECT_EQ(refused(token), "");
    EXPECT_EQ(tokens(mai_).front().last_used, now_);
}

TEST_F(AccessTokens, AreSeenByTheirPersonAndAnAdministrator)
{
    (void)issued(mai_);
    const auto seen_by = [&](const Actor& actor) {
        return refusal(office_.read(actor, [](Work& work) { return tokens_of(work, "mai"); }));
    };
    EXPECT_EQ(seen_by(mai_), "");
    EXPECT_EQ(seen_by(admin_), "");
    EXPECT_EQ(seen_by(lan_), "access.forbidden");
}

TEST_F(AccessTokens, LeaveTheirTraceInTheJournalAndNotThemselves)
{
    const auto token = issued(mai_);
    ASSERT_TRUE(revoke(admin_, token));
    std::vector<std::string> lines;
    std::string kept;
    office_.read({}, [&](Work& work) {
        work.kept.journal().each([&](const store::JournalRecord& record) {
            lines.push_back(record.entry.by + " " + record.entry.verb + " " + record.entry.subject);
            kept += record.entry.subject + record.entry.detail;
        });
        kept += work.kept.access_tokens().of("mai").front().token_hash;
        return done;
    });
    EXPECT_THAT(
        lines, testing::ElementsAre("mai token.issued Một cửa", "bao token.revoked mai: Một cửa")
    );
    EXPECT_THAT(kept, Not(HasSubstr(token)));
    EXPECT_THAT(kept, Not(HasSubstr(token.substr(4))));
}

} // namespace
} // namespace tiendo::app
