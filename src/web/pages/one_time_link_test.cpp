#include "app/admin/sign_in.hpp"
#include "app/chase/chase_office.hpp"
#include "app/chase/report_links.hpp"
#include "web/forms.hpp"
#include "web/gate.hpp"
#include "web/pages/all_routes.hpp"
#include "web/pages/report_pages.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tiendo::web {
namespace {

using testing::HasSubstr;

class OneTimeLink : public testing::Test {
protected:
    Response answer(Method method, const std::string& path, const std::string& session = {})
    {
        Request request;
        read_target(request, path);
        request.method = method;
        request.cookies.add("tiendo_visitor", "mine");
        if (!session.empty()) request.cookies.add("tiendo_session", session);
        if (method == Method::post) request.form.add("csrf", form_token(path, session));
        const auto match = router_.find(request.method, request.path);
        EXPECT_NE(match.route, nullptr) << path;
        request.path_parameters = match.parameters;
        auto result = gate_.pass(*match.route, request);
        if (result) return std::move(result).value();
        return plain_text(
            result.error().problems.front().key,
            result.error().kind == Refusal::forbidden ? 403 : 404
        );
    }

    /// Of the session, or as it stands in the page that a visitor sees.
    std::string form_token(const std::string& path, const std::string& session)
    {
        if (const auto known = app::session_of_token(district_.office(), session))
            return known->form_token;
        const auto page = answer(Method::get, path).body;
        const std::string field = "name=\"csrf\" value=\"";
        const auto at = page.find(field);
        if (at == std::string::npos) return {};
        const auto from = at + field.size();
        return page.substr(from, page.find('"', from) - from);
    }

    std::string issued()
    {
        return district_.office()
            .write(
                district_.monitor,
                [](app::Work& work) {
                    return app::issue_link(work, app::ChaseOffice::report("sa-loong"));
                }
            )
            .value()
            .token;
    }

    static std::string session_in(const Response& response)
    {
        const std::string cookie(response.header("set-cookie"));
        const std::string name = "tiendo_session=";
        if (!cookie.starts_with(name)) return {};
        return cookie.substr(name.size(), cookie.find(';') - name.size());
    }

    std::string signed_in() { return session_in(answer(Method::post, "/vao/" + issued())); }

    static std::string report_of(const char* unit)
    {
        return report_path(app::ChaseOffice::report(unit));
    }

    app::ChaseOffice district_;
    Gate gate_{district_.office()};
    Router router_{all_routes()};
};

TEST_F(OneTimeLink, AsksBeforeItSignsInAndTellsItsAddressToNobody)
{
    const auto page = answer(Method::get, "/vao/" + issued());
    EXPECT_EQ(page.status, 200);
    EXPECT_THAT(page.body, HasSubstr("Sa Loong"));
    EXPECT_EQ(page.header("referrer-policy"), "no-referrer");
    EXPECT_EQ(page.header("cache-control"), "no-store");
    EXPECT_EQ(session_in(page), "");
}

TEST_F(OneTimeLink, LeadsToItsReportOnce)
{
    const auto path = "/vao/" + issued();
    const auto opened = answer(Method::post, path);
    EXPECT_EQ(opened.status, 303);
    EXPECT_EQ(opened.header("location"), report_of("sa-loong"));
    EXPECT_EQ(answer(Method::get, report_of("sa-loong"), session_in(opened)).status, 200);
    EXPECT_NE(answer(Method::post, path).status, 303);
    EXPECT_EQ(answer(Method::get, path).status, 404);
    EXPECT_EQ(answer(Method::get, "/vao/khong-co").status, 404);
}

TEST_F(OneTimeLink, ReachesNothingBesideItsReport)
{
    const auto session = signed_in();
    for (const auto& path :
         {std::string("/ke-hoach"),
          std::string("/ke-hoach/1/tong-quan"),
          std::string("/ke-hoach/1/don-doc"),
          std::string("/ke-hoach/1/lich"),
          report_of("dak-duc"),
          report_of("dak-duc") + "/minh-chung"}) {
        const auto sent_back = answer(Method::get, path, session);
        EXPECT_EQ(sent_back.status, 303) << path;
        EXPECT_EQ(sent_back.header("location"), report_of("sa-loong")) << path;
    }
    EXPECT_EQ(answer(Method::post, report_of("dak-duc"), session).status, 403);
    EXPECT_EQ(answer(Method::post, "/ke-hoach/1/don-doc/lich-nhac", session).status, 403);
}

TEST_F(OneTimeLink, HasNoRightOfTheOfficeOnItsOwnReport)
{
    const auto session = signed_in();
    EXPECT_EQ(answer(Method::post, report_of("sa-loong") + "/duyet", session).status, 403);
}

} // namespace
} // namespace tiendo::web
