#include "store/contract.hpp"

namespace tiendo::store {
namespace {

class AccessContract : public Contract {
protected:
    AccessContract()
    {
        for (const char* login : {"y-thuy", "lan"})
            add_account(login);
    }

    void add_account(const char* login)
    {
        taken(store_.write([&](Transaction& t) {
            return t.accounts().put(
                {.login = login, .name = login, .unit = "xa-dak-duc", .roles = "entry"}
            );
        }));
    }

    template <class Act> void act(Act&& act)
    {
        store_.write([&](Transaction& t) {
            act(t);
            return done;
        });
    }

    std::vector<PositionRecord> positions_of(const char* login)
    {
        return store_.read([&](Transaction& t) { return t.accounts().positions_of(login); });
    }

    std::string unit_of_session(const char* token)
    {
        return store_.read([&](Transaction& t) { return t.sessions().find(token).value().unit; });
    }

    std::optional<AccessTokenRecord> token(const char* hash)
    {
        return store_.read([&](Transaction& t) { return t.access_tokens().find(hash); });
    }

    static AccessTokenRecord token_of(const char* login, const char* hash, std::int64_t created)
    {
        return {
            .token_hash = hash,
            .login = login,
            .unit = "mat-tran",
            .name = "Phần mềm một cửa",
            .scope = "submit",
            .created = {created},
            .expires = {created + 100},
        };
    }
};
TRY_ON_ALL_DATABASES(AccessContract);

TEST_P(AccessContract, KeepsTheFurtherPositionsOfEachAccount)
{
    act([](Transaction& t) {
        t.accounts().put(PositionRecord{"y-thuy", "mat-tran", "entry"});
        t.accounts().put(PositionRecord{"y-thuy", "doan-the", "entry"});
        t.accounts().put(PositionRecord{"lan", "mat-tran", "monitor"});
        t.accounts().put(PositionRecord{"y-thuy", "mat-tran", "entry,unit_leader"});
    });
    EXPECT_EQ(
        positions_of("y-thuy"),
        (std::vector{
            PositionRecord{"y-thuy", "doan-the", "entry"},
            PositionRecord{"y-thuy", "mat-tran", "entry,unit_leader"}
        })
    );
    EXPECT_EQ(3u, store_.read([](Transaction& t) { return t.accounts().positions().size(); }));
}

TEST_P(AccessContract, SendsSessionsToTheOwnUnitWhereTheirPositionEnds)
{
    act([](Transaction& t) {
        for (const char* unit : {"mat-tran", "doan-the"})
            t.accounts().put(PositionRecord{"y-thuy", unit, "entry"});
        for (const char* token : {"t1", "t2"})
            t.sessions().open({.token_hash = token, .login = "y-thuy"});
        t.sessions().work_for("t1", "mat-tran");
        t.sessions().work_for("t2", "doan-the");
    });
    EXPECT_EQ(unit_of_session("t1"), "mat-tran");
    EXPECT_EQ(unit_of_session("t2"), "doan-the");

    act([](Transaction& t) {
        EXPECT_TRUE(t.accounts().remove_position("y-thuy", "mat-tran"));
        EXPECT_FALSE(t.accounts().remove_position("y-thuy", "mat-tran"));
        EXPECT_FALSE(t.accounts().remove_position("lan", "doan-the"));
    });
    EXPECT_EQ(unit_of_session("t1"), "");
    EXPECT_EQ(unit_of_session("t2"), "doan-the");
    EXPECT_EQ(positions_of("y-thuy"), (std::vector{PositionRecord{"y-thuy", "doan-the", "entry"}}));
}

TEST_P(AccessContract, KeepsAccessTokensTheNewestFirst)
{
    const auto first = token_of("y-thuy", "a1", 10);
    const auto second = token_of("y-thuy", "a2", 20);
    act([&](Transaction& t) {
        t.access_tokens().add(first);
        t.access_tokens().add(second);
        t.access_tokens().add(token_of("lan", "a3", 30));
    });
    EXPECT_EQ(
        store_.read([](Transaction& t) { return t.access_tokens().of("y-thuy"); }),
        (std::vector{second, first})
    );
    EXPECT_EQ(token("a1"), first);
    EXPECT_EQ(token("no-such-token"), std::nullopt);
}

TEST_P(AccessContract, RevokesAnAccessTokenOnce)
{
    act([&](Transaction& t) {
        t.access_tokens().add(token_of("y-thuy", "a1", 10));
        t.access_tokens().touch("a1", {15});
        EXPECT_TRUE(t.access_tokens().revoke("a1", {20}));
        EXPECT_FALSE(t.access_tokens().revoke("a1", {30}));
        EXPECT_FALSE(t.access_tokens().revoke("a2", {30}));
    });
    EXPECT_EQ(token("a1")->last_used, Instant{15});
    EXPECT_EQ(token("a1")->revoked, Instant{20});
}

} // namespace
} // namespace tiendo::store
