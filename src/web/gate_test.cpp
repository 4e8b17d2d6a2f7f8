#include "app/admin/account_records.hpp"
#include "app/admin/accounts.hpp"
#include "app/admin/passwords.hpp"
#include "app/admin/sign_in.hpp"
#include "base/digest.hpp"
#include "web/gate.hpp"
#include "web/pages/all_routes.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <set>

namespace tiendo::web {
namespace {

/// One hash for all tests: making one takes long on purpose.
const std::string& hash_of_password()
{
    static const std::string hash = app::hash_password("bốn con ngựa ô");
    return hash;
}

Result<Response> get_secret(Visit& visit, const Request&)
{
    return html(visit.actor.login);
}

constexpr Route secret{Method::get, "/bi-mat", get_secret, Right::see_plan};
constexpr Route change{Method::post, "/doi", get_secret, Right::signed_in};
constexpr Route open_page{Method::get, "/mo", get_secret, Right::public_page};

class GateTest : public ::testing::Test {
protected:
    GateTest() { open(); }

    ~GateTest() override
    {
        gate_.reset();
        office_.reset();
        for (const char* ending : {"", "-wal", "-shm"})
            std::filesystem::remove(file_.string() + ending);
    }

    void open()
    {
        gate_.reset();
        office_.reset();
        office_ = std::make_unique<app::Office>(
            store::open_store("sqlite:" + file_.string()).value(), [this] { return now_; }
        );
        gate_ = std::make_unique<Gate>(*office_);
    }

    void add(const std::string& login, const std::set<Role>& roles)
    {
        store::AccountRecord account;
        account.login = login;
        account.name = login;
        account.roles = app::roles_text(roles);
        account.password_hash = hash_of_password();
        ASSERT_TRUE(office_->write({}, [&](app::Work& work) {
            return work.kept.accounts().put(account);
        }));
    }

    Result<std::string> sign_in(const std::string& login, const std::string& password)
    {
        return app::sign_in(
            *office_, {.login = login, .password = password, .address = "10.0.0.7"}
        );
    }

    Request request(const Route& route, const std::string& token) const
    {
        Request asked;
        asked.method = route.method();
        asked.path = route.pattern();
        if (!token.empty()) asked.cookies.add("tiendo_session", token);
        return asked;
    }

    Response answer(const Route& route, const Request& asked)
    {
        auto result = gate_->pass(route, asked);
        if (result) return std::move(result).value();
        return plain_text(
            result.error().problems.at(0).key, result.error().kind == Refusal::forbidden ? 403 : 500
        );
    }

    std::filesystem::path file_ =
        std::filesystem::path(testing::TempDir()) / ("gate-" + random_token(9) + ".sqlite");
    Instant now_{1'700'000'000};
    std::unique_ptr<app::Office> office_;
    std::unique_ptr<Gate> gate_;
};

TEST_F(GateTest, SendsAVisitorToTheSignInPageAndBack)
{
    const auto sent = answer(secret, request(secret, ""));
    EXPECT_EQ(303, sent.status);
    EXPECT_EQ("/dang-nhap?tiep=%2Fbi-mat", sent.header("location"));
}

TEST_F(GateTest, LetsThroughWhoHoldsTheRight)
{
    add("mai", {Role::monitor});
    const auto token = sign_in("mai", "bốn con ngựa ô").value();
    EXPECT_EQ("mai", answer(secret, request(secret, token)).body);
}

TEST_F(GateTest, SendsARelativePeriodToTheOneThatItIsToday)
{
    add("mai", {Role::monitor});
    auto asked = request(secret, sign_in("mai", "bốn con ngựa ô").value());
    asked.query = {{"ky", "LAST_QUARTER"}, {"tt", "đã nộp"}};
    const auto sent = answer(secret, asked); // on 15 November 2023
    EXPECT_EQ(303, sent.status);
    EXPECT_EQ("/bi-mat?ky=2023Q3&tt=%C4%91%C3%A3%20n%E1%BB%99p", sent.header("location"));
    for (const auto* one : {"2023Q3", "LAST_4_QUARTERS", "x"}) {
        asked.query = {{"ky", one}};
        EXPECT_EQ(200, answer(secret, asked).status) << one;
    }
}

TEST_F(GateTest, RefusesWhoLacksTheRight)
{
    add("bao", {Role::admin});
    const auto token = sign_in("bao", "bốn con ngựa ô").value();
    EXPECT_EQ(403, answer(secret, request(secret, token)).status);
}

TEST_F(GateTest, KeepsASessionOverARestart)
{
    add("mai", {Role::monitor});
    const auto token = sign_in("mai", "bốn con ngựa ô").value();
    open();
    EXPECT_EQ(200, answer(secret, request(secret, token)).status);
}

TEST_F(GateTest, EndsASessionAfterTwelveHoursWithoutARequest)
{
    add("mai", {Role::monitor});
    const auto token = sign_in("mai", "bốn con ngựa ô").value();
    now_.seconds += 11 * 3600;
    EXPECT_EQ(200, answer(secret, request(secret, token)).status);
    now_.seconds += 11 * 3600;
    EXPECT_EQ(200, answer(secret, request(secret, token)).status);
    now_.seconds += 12 * 3600 + 1;
    EXPECT_EQ(303, answer(secret, request(secret, token)).status);
}

TEST_F(GateTest, EndsASessionAfterSevenDaysInAnyCase)
{
    add("mai", {Role::monitor});
    const auto token = sign_in("mai", "bốn con ngựa ô").value();
    for (int i = 0; i < 16; ++i) {
        now_.seconds += 10 * 3600;
        EXPECT_EQ(200, answer(secret, request(secret, token)).status) << i;
    }
    now_.seconds += 10 * 3600;
    EXPECT_EQ(303, answer(secret, request(secret, token)).status);
}

TEST_F(GateTest, EndsTheSessionsOfADisabledAccountAtOnce)
{
    add("mai", {Role::monitor});
    add("bao", {Role::admin});
    const auto token = sign_in("mai", "bốn con ngựa ô").value();
    const Actor admin{"bao", "bao", {}, {Role::admin}};
    ASSERT_TRUE(office_->write(admin, [](app::Work& work) {
        return app::disable_account(work, "mai");
    }));
    EXPECT_EQ(303, answer(secret, request(secret, token)).status);
    EXPECT_FALSE(sign_in("mai", "bốn con ngựa ô").has_value());
}

TEST_F(GateTest, FollowsAChangeOfRolesOnTheNextRequest)
{
    add("mai", {Role::monitor});
    const auto token = sign_in("mai", "bốn con ngựa ô").value();
    ASSERT_TRUE(office_->write({}, [](app::Work& work) {
        auto account = work.kept.accounts().get("mai").value();
        account.roles = "admin";
        return work.kept.accounts().put(account);
    }));
    EXPECT_EQ(403, answer(secret, request(secret, token)).status);
}

TEST_F(GateTest, RefusesAFormWithoutItsToken)
{
    add("mai", {Role::monitor});
    const auto token = sign_in("mai", "bốn con ngựa ô").value();
    auto asked = request(change, token);
    EXPECT_EQ("gate.stale_form", answer(change, asked).body);
    asked.form.add("csrf", app::session_of_token(*office_, token)->form_token);
    EXPECT_EQ(200, answer(change, asked).status);
}

TEST_F(GateTest, DoesNotTakeAVisitorsTokenForAnothersForm)
{
    constexpr Route form{Method::post, "/dang-nhap", get_secret, Right::public_page};
    auto asked = request(form, "");
    asked.cookies.add("tiendo_visitor", "mine");
    asked.form.add("csrf", "mine");
    EXPECT_EQ("gate.stale_form", answer(form, asked).body);
}

TEST_F(GateTest, ReadsOnlyTheHostCookieWhereTheConnectionIsSecure)
{
    add("mai", {Role::monitor});
    auto asked = request(secret, sign_in("mai", "bốn con ngựa ô").value());
    asked.is_secure = true;
    EXPECT_EQ(303, answer(secret, asked).status);
}

TEST_F(GateTest, ShowsANoticeOnceAndOnlyItsOwnSentences)
{
    const auto notice = with_notice(see_other("/"), "password.chosen");
    EXPECT_TRUE(notice.header("set-cookie").starts_with("notice=password.chosen;"));
    auto asked = request(open_page, "");
    asked.cookies.add("notice", "password.chosen");
    const auto shown = answer(open_page, asked);
    bool is_removed = false;
    for (const auto& [name, value] : shown.headers)
        is_removed = is_removed || (value.starts_with("notice=;"));
    EXPECT_TRUE(is_removed);
}

TEST_F(GateTest, MakesWrongPasswordsWaitLongerAndNeverLocksOut)
{
    add("mai", {Role::monitor});
    const auto refused_with = [&](const std::string& password) {
        const auto result = sign_in("mai", password);
        return result ? std::string() : result.error().problems.at(0).key;
    };
    for (int i = 0; i < 3; ++i)
        EXPECT_EQ("sign_in.wrong", refused_with("sai")) << i;
    EXPECT_EQ("sign_in.wait", refused_with("sai"));
    now_.seconds += 1;
    EXPECT_EQ("sign_in.wrong", refused_with("sai"));
    now_.seconds += 1;
    EXPECT_EQ("sign_in.wait", refused_with("bốn con ngựa ô"));
    now_.seconds += 1;
    EXPECT_EQ("", refused_with("bốn con ngựa ô"));
    EXPECT_EQ("sign_in.wrong", refused_with("sai"));
}

/// Every address with who may go there, for people to read: tests/golden/routes.txt.
TEST(Routes, AskForTheRightsThatTheGoldenFileSays)
{
    std::set<std::string> lines;
    for (const auto& route : all_routes()) {
        std::string who;
        for (const auto role :
             {Role::entry,
              Role::unit_leader,
              Role::monitor,
              Role::field_lead,
              Role::leader,
              Role::admin}) {
            const Actor actor{"x", "x", UnitId("sa-loong"), {role}};
            if (may(actor, route.right())) who += std::string(" ") + name_of(role);
        }
        if (route.right() == Right::public_page) who = " everybody";
        lines.insert(
            std::string(route.pattern()) + " " + std::string(method_name(route.method())) + ":" +
            who + "\n"
        );
    }
    std::string table;
    for (const auto& line : lines)
        table += line;
    const std::filesystem::path golden =
        std::filesystem::path(TIENDO_SOURCE_DIR) / "tests/golden/routes.txt";
    if (std::getenv("TIENDO_UPDATE_GOLDEN") != nullptr) std::ofstream(golden) << table;
    std::ifstream file(golden);
    const std::string kept(
        (std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>()
    );
    EXPECT_EQ(kept, table) << "if this is meant: TIENDO_UPDATE_GOLDEN=1 test_web "
                              "--gtest_filter=Routes.*, and read what git diff says";
}

} // namespace
} // namespace tiendo::web
