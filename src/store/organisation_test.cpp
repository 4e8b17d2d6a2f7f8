#include "store/contract.hpp"

namespace tiendo::store {
namespace {

const UnitRecord dak_duc{
    .id = "xa-dak-duc",
    .code = "23392",
    .parent = "huyen-ngoc-hoi",
    .body = R"({"name":"Xã Đắk Dục"})",
    .valid_from = {},
    .valid_to = date(2025, 6, 30),
    .revision = 0,
};

const UnitRecord duc_nong{
    .id = "xa-duc-nong",
    .code = "23392",
    .parent = "tinh-quang-ngai",
    .body = R"({"name":"Xã Dục Nông"})",
    .valid_from = date(2025, 7, 1),
    .valid_to = {},
    .revision = 0,
};

std::vector<std::string> ids(const std::vector<UnitRecord>& units)
{
    std::vector<std::string> found;
    for (const auto& unit : units)
        found.push_back(unit.id);
    return found;
}

class OrganisationContract : public Contract {
protected:
    void add_units()
    {
        taken(store_.write([](Transaction& t) -> Result<Done> {
            TRY(t.units().put(duc_nong));
            TRY(t.units().put(dak_duc));
            return done;
        }));
    }
    void add_account()
    {
        taken(store_.write([&](Transaction& t) { return t.accounts().put(account_); }));
    }

    AccountRecord account_{
        .login = "y-thuy",
        .name = "Y Thủy",
        .unit = "xa-dak-duc",
        .roles = "entry",
        .password_hash = "$argon2id$…",
        .disabled = false,
        .must_change = true,
        .created = {1'700'000'000},
        .revision = 0,
    };
};
TRY_ON_ALL_DATABASES(OrganisationContract);

TEST_P(OrganisationContract, KeepsTwoUnitsThatHadTheSameCodeOneAfterTheOther)
{
    add_units();

    auto expected = dak_duc;
    expected.revision = 1;
    store_.read([&](Transaction& t) {
        EXPECT_EQ(taken(t.units().get("xa-dak-duc")), expected);
        EXPECT_EQ(
            ids(t.units().with_code("23392")),
            (std::vector<std::string>{"xa-dak-duc", "xa-duc-nong"})
        );
        return done;
    });
}

TEST_P(OrganisationContract, KnowsWhichUnitsThereAreOnADay)
{
    add_units();

    store_.read([&](Transaction& t) {
        EXPECT_EQ(
            ids(t.units().valid_on(date(2025, 6, 30))), (std::vector<std::string>{"xa-dak-duc"})
        );
        EXPECT_EQ(
            ids(t.units().valid_on(date(2025, 7, 1))), (std::vector<std::string>{"xa-duc-nong"})
        );
        EXPECT_EQ(ids(t.units().all()), (std::vector<std::string>{"xa-dak-duc", "xa-duc-nong"}));
        return done;
    });
}

TEST_P(OrganisationContract, RefusesAUnitThatSomebodyElseHasChangedMeanwhile)
{
    add_units();

    EXPECT_EQ(
        refusal(store_.write([](Transaction& t) { return t.units().put(dak_duc); })),
        "store.changed_meanwhile"
    );
    auto read = taken(store_.read([](Transaction& t) { return t.units().get("xa-dak-duc"); }));
    read.code = "23393";
    EXPECT_EQ(taken(store_.write([&](Transaction& t) { return t.units().put(read); })), 2);
}

TEST_P(OrganisationContract, ChangesTheVersionWithEachChangeOfTheUnits)
{
    const auto version = [&] {
        return store_.read([](Transaction& t) { return t.units().version(); });
    };
    EXPECT_EQ(version(), "");
    add_units();
    const auto first = version();
    EXPECT_NE(first, "");
    const Succession link{"xa-dak-duc", "xa-duc-nong", date(2025, 7, 1), "divided", "37.5"};
    store_.write([&](Transaction& t) {
        t.units().add(link);
        return done;
    });
    const auto second = version();
    EXPECT_NE(second, first);
    store_.read([&](Transaction& t) {
        EXPECT_EQ(t.units().successions(), std::vector{link});
        return done;
    });
    store_.write([&](Transaction& t) {
        t.units().remove(link);
        t.units().remove("xa-duc-nong");
        return done;
    });
    EXPECT_NE(version(), second);
    store_.read([&](Transaction& t) {
        EXPECT_TRUE(t.units().successions().empty());
        EXPECT_EQ(ids(t.units().all()), std::vector<std::string>{"xa-dak-duc"});
        return done;
    });
}

TEST_P(OrganisationContract, KeepsAChangeOfManyUnitsFromItsReceiptToItsUndoing)
{
    const auto change = [](const char* id, const char* by) {
        return UnitChange{
            .id = id,
            .kind = "list",
            .title = "don-vi.csv",
            .body = R"({"files":[]})",
            .effect = "",
            .state = "received",
            .by = by,
            .at = {1'700'000'000},
        };
    };
    store_.write([&](Transaction& t) {
        t.unit_changes().add(change("1", "quantri"));
        t.unit_changes().add(change("2", "y-thuy"));
        t.unit_changes().add(change("3", "quantri"));
        t.unit_changes().set_state("3", "taken", R"({"added":2})");
        return done;
    });
    store_.read([&](Transaction& t) {
        EXPECT_FALSE(t.unit_changes().get("1").has_value());
        EXPECT_EQ(taken(t.unit_changes().get("2")), change("2", "y-thuy"));
        const auto made = t.unit_changes().made("list");
        EXPECT_EQ(made.size(), 1U);
        EXPECT_EQ(made.front().effect, R"({"added":2})");
        EXPECT_TRUE(t.unit_changes().made("reorganisation").empty());
        return done;
    });
}

TEST_P(OrganisationContract, RemembersWhoTookOverFromWhom)
{
    const Succession succession{"xa-dak-duc", "xa-duc-nong", date(2025, 7, 1)};
    store_.write([&](Transaction& t) {
        t.units().add(succession);
        t.units().add(succession);
        return done;
    });

    const auto kept = store_.read([](Transaction& t) { return t.units().successions(); });
    EXPECT_EQ(kept, std::vector{succession});
}

TEST_P(OrganisationContract, SaysThatAUnitIsNotThere)
{
    const auto answer = store_.read([](Transaction& t) { return t.units().get("xa-dak-nong"); });

    EXPECT_EQ(refusal(answer), "unit.not_found");
    EXPECT_EQ(answer.error().kind, Refusal::not_found);
}

TEST_P(OrganisationContract, KeepsAnAccount)
{
    add_account();

    account_.revision = 1;
    EXPECT_EQ(
        taken(store_.read([](Transaction& t) { return t.accounts().get("y-thuy"); })), account_
    );
    EXPECT_EQ(
        store_.read([](Transaction& t) { return t.accounts().all(); }), std::vector{account_}
    );
}

TEST_P(OrganisationContract, UsesAOneTimeCodeUpAndNotAfterItExpired)
{
    add_account();
    const auto use = [&](const std::string& code, std::int64_t now) {
        return store_.write([&](Transaction& t) { return t.accounts().use_code(code, {now}); });
    };
    store_.write([](Transaction& t) {
        t.accounts().add({.code_hash = "a1", .login = "y-thuy", .expires = {1000}});
        t.accounts().add({.code_hash = "b2", .login = "y-thuy", .expires = {1000}});
        return done;
    });

    EXPECT_EQ(use("a1", 999), "y-thuy");
    EXPECT_EQ(use("a1", 999), std::nullopt);
    EXPECT_EQ(use("b2", 1000), std::nullopt);
    EXPECT_EQ(use("c3", 1), std::nullopt);
}

TEST_P(OrganisationContract, EndsAllSessionsOfAnAccount)
{
    add_account();
    const SessionRecord session{
        .token_hash = "t1",
        .login = "y-thuy",
        .created = {10},
        .last_seen = {10},
        .csrf_secret = "s"
    };
    auto other = session;
    other.token_hash = "t2";
    store_.write([&](Transaction& t) {
        t.sessions().open(session);
        t.sessions().open(other);
        t.sessions().touch("t1", {20});
        return done;
    });

    auto seen = session;
    seen.last_seen = {20};
    const auto find = [&](const std::string& token) {
        return store_.read([&](Transaction& t) { return t.sessions().find(token); });
    };
    EXPECT_EQ(find("t1"), seen);
    store_.write([](Transaction& t) {
        t.sessions().close_unseen_since({15});
        return done;
    });
    EXPECT_EQ(find("t2"), std::nullopt);
    store_.write([](Transaction& t) {
        t.sessions().close_all_of("y-thuy");
        return done;
    });
    EXPECT_EQ(find("t1"), std::nullopt);
}

TEST_P(OrganisationContract, CountsWrongPasswordsUntilARightOne)
{
    const auto fail = [&](std::int64_t now) {
        return store_.write([&](Transaction& t) {
            return t.sessions().count_failure("y-thuy", {now});
        });
    };

    EXPECT_EQ(fail(10), (LoginAttempts{1, {10}}));
    EXPECT_EQ(fail(12), (LoginAttempts{2, {12}}));
    store_.write([](Transaction& t) {
        t.sessions().forget_failures("y-thuy");
        return done;
    });
    EXPECT_EQ(
        store_.read([](Transaction& t) { return t.sessions().attempts("y-thuy"); }), LoginAttempts{}
    );
}

TEST_P(OrganisationContract, KeepsTheOfficesLibraryAndHolidays)
{
    taken(store_.write([](Transaction& t) -> Result<Done> {
        TRY(t.library().put(IndicatorRecord{.id = "women-cadres", .body = "{}", .revision = 0}));
        t.library().put(Holiday{date(2023, 9, 4), "Nghỉ bù Quốc khánh"});
        t.library().put(Holiday{date(2023, 9, 1), "Quốc khánh"});
        t.library().put(Holiday{date(2023, 9, 1), "Nghỉ Quốc khánh"});
        t.library().put(Holiday{date(2024, 5, 4), "Làm bù ngày 29/4", "work"});
        t.library().remove_holiday(date(2023, 9, 4));
        return done;
    }));

    store_.read([](Transaction& t) {
        EXPECT_EQ(
            t.library().find_indicator("women-cadres"), (IndicatorRecord{"women-cadres", "{}", 1})
        );
        EXPECT_EQ(t.library().find_indicator("men-cadres"), std::nullopt);
        EXPECT_EQ(
            t.library().holidays(),
            (std::vector{
                Holiday{date(2023, 9, 1), "Nghỉ Quốc khánh", "off"},
                Holiday{date(2024, 5, 4), "Làm bù ngày 29/4", "work"}
            })
        );
        return done;
    });
}

} // namespace
} // namespace tiendo::store
