#include "web/pages/signed_in_visit.hpp"

#include "app/admin/sign_in.hpp"
#include "web/forms.hpp"

namespace tiendo::web {

std::string SignedInVisit::signed_in(const std::string& login)
{
    return office_.write({}, [&](app::Work& work) {
        return app::open_session(work, login, office_.computer_time());
    });
}

Request SignedInVisit::asked(const std::string& session, Method method, const std::string& target)
{
    Request request;
    read_target(request, target);
    request.method = method;
    if (!session.empty()) request.cookies.add("tiendo_session", session);
    return request;
}

Result<Response> SignedInVisit::answer(Request request)
{
    const auto match = router_.find(request.method, request.path);
    if (match.route == nullptr) return refuse(Refusal::not_found, "error.status_404_title");
    request.path_parameters = match.parameters;
    return gate_.pass(*match.route, request);
}

Response SignedInVisit::get(const std::string& session, const std::string& target)
{
    auto result = answer(asked(session, Method::get, target));
    EXPECT_TRUE(result) << target << ": " << result.error().problems.front().key;
    return result ? std::move(result).value() : Response{};
}

Response
SignedInVisit::post(const std::string& session, const std::string& target, const Fields& form)
{
    auto request = asked(session, Method::post, target);
    request.form = form;
    request.form.add("csrf", app::session_of_token(office_, session)->form_token);
    auto result = answer(std::move(request));
    EXPECT_TRUE(result) << target << ": " << result.error().problems.front().key;
    return result ? std::move(result).value() : Response{};
}

std::string
SignedInVisit::refusal_of(const std::string& session, Method method, const std::string& target)
{
    auto request = asked(session, method, target);
    if (method != Method::get)
        request.form.add("csrf", app::session_of_token(office_, session)->form_token);
    const auto result = answer(std::move(request));
    return result ? std::string() : result.error().problems.front().key;
}

} // namespace tiendo::web
