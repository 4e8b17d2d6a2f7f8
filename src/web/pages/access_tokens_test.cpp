#include "app/admin/access_tokens.hpp"
#include "app/admin/accounts.hpp"
#include "app/admin/passwords.hpp"
#include "app/admin/sign_in.hpp"
#include "web/pages/sample_visit.hpp"
#include "web/pages/signed_in_visit.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tiendo::web {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* password = "bốn con ngựa ô";
const std::string report_of_sa_loong = "/api/v1/plans/1/periods/2023/reports/sa-loong";
const std::string report_of_dak_duc = "/api/v1/plans/1/periods/2023/reports/dak-duc";

class AccessTokenPages : public SignedInVisit {
protected:
    AccessTokenPages()
    {
        static const std::string hash = app::hash_password(password);
        EXPECT_TRUE(office_.write({}, [](app::Work& work) {
            auto account = work.kept.accounts().get("saloong").value();
            account.password_hash = hash;
            return work.kept.accounts().put(account);
        }));
    }

    std::string token_of_sa_loong(app::TokenScope scope = app::TokenScope::read)
    {
        return app::issue_token(
                   office_, sample_person(office_, "saloong"), {"Một cửa", scope, 30, password}
        )
            .value();
    }

    static Request shown(const std::string& header, Method method, const std::string& target)
    {
        auto request = asked({}, method, target);
        request.headers.add("authorization", header);
        return request;
    }
    Result<Response> by_token(
        const std::string& token, Method method, const std::string& target, const Fields& form = {}
    )
    {
        auto request = shown("Bearer " + token, method, target);
        request.form = form;
        return answer(std::move(request));
    }
    static std::string refusal(const Result<Response>& result)
    {
        return result ? std::string() : result.error().problems.front().key;
    }

    static std::string made_in(const std::string& page)
    {
        const auto at = page.find("tdo_");
        return at == std::string::npos ? std::string() : page.substr(at, page.find('<', at) - at);
    }

    Fields wanted_{{"name", "Một cửa"}, {"scope", "read"}, {"days", "90"}, {"present", password}};
};

TEST_F(AccessTokenPages, OpenWhatTheirPersonMaySeeAndNoMore)
{
    const auto token = token_of_sa_loong();
    EXPECT_EQ(by_token(token, Method::get, report_of_sa_loong)->status, 200);
    EXPECT_EQ(refusal(by_token(token, Method::get, report_of_dak_duc)), "access.not_in_scope");
    EXPECT_EQ(
        refusal(by_token(token, Method::get, "/api/v1/plans/1/periods/2023/reports")),
        "access.forbidden"
    );
}

TEST_F(AccessTokenPages, AreShownInEitherSchemeWhateverItsCapitals)
{
    const auto token = token_of_sa_loong();
    for (const char* scheme : {"Bearer ", "bearer ", "ApiToken ", "APITOKEN  "})
        EXPECT_EQ(answer(shown(scheme + token, Method::get, "/api/v1/plans"))->status, 200)
            << scheme;
    EXPECT_EQ(answer(shown("Basic " + token, Method::get, "/api/v1/plans"))->status, 401);
    EXPECT_EQ(answer(shown(token, Method::get, "/api/v1/plans"))->status, 401);
}

TEST_F(AccessTokenPages, OpenNoPageAndNoSession)
{
    const auto token = token_of_sa_loong(app::TokenScope::submit);
    const auto page = by_token(token, Method::get, "/viec-cua-toi");
    EXPECT_EQ(page->status, 303);
    EXPECT_EQ(page->header("location"), "/dang-nhap?tiep=%2Fviec-cua-toi");
    EXPECT_EQ(by_token(token, Method::post, "/ma-truy-cap", wanted_)->status, 303);
    const auto read = by_token(token, Method::get, "/api/v1/plans");
    EXPECT_EQ(read->header("set-cookie"), "");
}

TEST_F(AccessTokenPages, AreNotMixedWithCookies)
{
    const auto session = signed_in("pct");
    const std::string reports = "/api/v1/plans/1/periods/2023/reports";
    auto request = asked(session, Method::get, reports);
    EXPECT_EQ(answer(request)->status, 200);
    request.headers.add("authorization", "Bearer tdo_nobody-made-this");
    EXPECT_EQ(answer(request)->status, 401);
    auto with_both = asked(session, Method::get, reports);
    with_both.headers.add("authorization", "Bearer " + token_of_sa_loong());
    EXPECT_EQ(refusal(answer(with_both)), "access.forbidden");
}

TEST_F(AccessTokenPages, OnlyReadWhereTheyAreForReading)
{
    const auto token = token_of_sa_loong();
    EXPECT_EQ(
        refusal(by_token(token, Method::post, report_of_sa_loong + "/submissions", {{"key", "a"}})),
        "token.only_reads"
    );
    EXPECT_EQ(
        refusal(by_token(token, Method::put, "/api/v1/drafts/1/2023/sa-loong/items/cell/3-2a")),
        "token.only_reads"
    );
}

TEST_F(AccessTokenPages, HandInWithoutAFormsTokenAndTellThatAProgramDid)
{
    const auto token = token_of_sa_loong(app::TokenScope::submit);
    const Fields form{{"key", "first"}, {"incomplete_reason", "Chờ số liệu của công an xã."}};
    const auto receipt = by_token(token, Method::post, report_of_sa_loong + "/submissions", form);
    ASSERT_TRUE(receipt) << refusal(receipt);
    EXPECT_EQ(receipt->status, 201);
    EXPECT_EQ(
        refusal(by_token(token, Method::post, report_of_dak_duc + "/submissions", form)),
        "access.not_in_scope"
    );
    const auto kept = get(signed_in("pct"), report_of_sa_loong + "/submissions").body;
    EXPECT_THAT(kept, HasSubstr(R"("author":"saloong")"));
    EXPECT_THAT(kept, HasSubstr(R"("channel":"program")"));
    EXPECT_THAT(
        get(signed_in("pct"), "/api/v1/journal?verb=report.submitted").body,
        HasSubstr(R"("detail":{"program":"Một cửa"})")
    );
    EXPECT_THAT(
        get(signed_in("chuyenvien"), "/ke-hoach/1/bao-cao?ky=2023").body, HasSubstr("phần mềm nộp")
    );
}

TEST_F(AccessTokenPages, AreRefusedWithASentenceForTheProgram)
{
    const auto token = token_of_sa_loong();
    const Actor admin{"quantri", "", UnitId("ngoc-hoi"), {Role::admin}};
    ASSERT_TRUE(office_.write(admin, [](app::Work& work) {
        return app::disable_account(work, "saloong");
    }));
    const auto refused = by_token(token, Method::get, "/api/v1/plans");
    EXPECT_EQ(refused->status, 401);
    EXPECT_THAT(std::string(refused->header("www-authenticate")), HasSubstr("invalid_token"));
    EXPECT_EQ(
        refused->body,
        R"({"httpStatusCode":401,"status":"ERROR","message":"Tài khoản của mã truy cập đã ngừng."})"
    );
}

TEST_F(AccessTokenPages, WaitWhereTheirProgramAsksTooOften)
{
    const auto token = token_of_sa_loong();
    Result<Response> last = by_token(token, Method::get, "/api/openapi.json");
    // The clock is a real one: a minute may turn within the first three hundred.
    for (int i = 0; i < 2 * program_requests_a_minute && last->status == 200; ++i)
        last = by_token(token, Method::get, "/api/openapi.json");
    EXPECT_EQ(last->status, 429);
    EXPECT_NE(last->header("retry-after"), "");
    EXPECT_EQ(by_token(token_of_sa_loong(), Method::get, "/api/openapi.json")->status, 200);
}

TEST(Pace, LetsSoManyRequestsPassInAMinute)
{
    Pace pace(2);
    EXPECT_EQ(pace.seconds_to_wait("a", {100}), 0);
    EXPECT_EQ(pace.seconds_to_wait("a", {110}), 0);
    EXPECT_EQ(pace.seconds_to_wait("a", {110}), 50);
    EXPECT_EQ(pace.seconds_to_wait("b", {110}), 0);
    EXPECT_EQ(pace.seconds_to_wait("a", {159}), 1);
    EXPECT_EQ(pace.seconds_to_wait("a", {160}), 0);
}

TEST(Pace, ForgetsAClockThatWasSetBack)
{
    Pace pace(1);
    EXPECT_EQ(pace.seconds_to_wait("a", {1000}), 0);
    EXPECT_EQ(pace.seconds_to_wait("a", {100}), 0);
    EXPECT_EQ(pace.seconds_to_wait("a", {101}), 59);
}

TEST_F(AccessTokenPages, ShowATokenOnce)
{
    const auto session = signed_in("saloong");
    const auto page = post(session, "/ma-truy-cap", wanted_);
    EXPECT_EQ(page.status, 200);
    const auto token = made_in(page.body);
    EXPECT_EQ(by_token(token, Method::get, "/api/v1/plans")->status, 200);
    const auto again = get(session, "/ma-truy-cap").body;
    EXPECT_THAT(again, HasSubstr("Thu hồi: Một cửa"));
    EXPECT_EQ(made_in(again), "");
    EXPECT_THAT(get(session, "/mat-khau").body, HasSubstr("href=\"/ma-truy-cap\""));
}

TEST_F(AccessTokenPages, AskForThePassword)
{
    const auto session = signed_in("saloong");
    const Fields form{{"name", "Một cửa"}, {"scope", "submit"}, {"days", "90"}, {"present", "sai"}};
    const auto refused = post(session, "/ma-truy-cap", form);
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.body, HasSubstr("href=\"#present\""));
    EXPECT_THAT(refused.body, HasSubstr("value=\"Một cửa\""));
    EXPECT_THAT(refused.body, Not(HasSubstr("tdo_")));
}

TEST_F(AccessTokenPages, RevokeATokenOfTheirPersonAlone)
{
    const auto session = signed_in("saloong");
    const auto token = token_of_sa_loong();
    const auto digest = office_.read({}, [](app::Work& work) {
        return work.kept.access_tokens().of("saloong").front().token_hash;
    });
    auto foreign = asked(signed_in("dakduc"), Method::post, "/ma-truy-cap/thu-hoi");
    foreign.form = {
        {"ma", digest},
        {"csrf",
         app::session_of_token(office_, std::string(foreign.cookies["tiendo_session"]))->form_token}
    };
    EXPECT_EQ(refusal(answer(foreign)), "token.not_open");
    EXPECT_EQ(by_token(token, Method::get, "/api/v1/plans")->status, 200);
    EXPECT_EQ(
        post(session, "/ma-truy-cap/thu-hoi", {{"ma", digest}}).header("location"), "/ma-truy-cap"
    );
    EXPECT_EQ(by_token(token, Method::get, "/api/v1/plans")->status, 401);
}

TEST_F(AccessTokenPages, AreRevokedByAnAdministratorOnTheAccountsPage)
{
    const auto token = token_of_sa_loong();
    const auto admin = signed_in("quantri");
    const auto page = get(admin, "/nguoi-dung/saloong").body;
    EXPECT_THAT(page, HasSubstr("action=\"/nguoi-dung/saloong/ma-truy-cap/thu-hoi\""));
    const auto digest = office_.read({}, [](app::Work& work) {
        return work.kept.access_tokens().of("saloong").front().token_hash;
    });
    const auto revoked = post(admin, "/nguoi-dung/saloong/ma-truy-cap/thu-hoi", {{"ma", digest}});
    EXPECT_EQ(revoked.header("location"), "/nguoi-dung/saloong");
    EXPECT_EQ(by_token(token, Method::get, "/api/v1/plans")->status, 401);
}

} // namespace
} // namespace tiendo::web
