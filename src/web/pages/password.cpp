#include "web/pages/password.hpp"

#include "app/admin/password_choice.hpp"
#include "web/error_page.hpp"
#include "web/gate.hpp"
#include "web/visit.hpp"

namespace tiendo::web {

namespace {

Response
form_page(Visit& visit, std::string_view name, std::string_view title_key, const Error* error)
{
    view::Object data{{"title", visit.words.text(title_key)}};
    if (error != nullptr) show_problems(data, *error, visit.words);
    return html(visit.page(name, std::move(data)), error == nullptr ? 200 : 422);
}

app::NewPassword chosen_in(const Request& request)
{
    return {
        .password = std::string(request.form["new_password"]),
        .repeated = std::string(request.form["repeated"]),
    };
}

Response go_on(const Request& request, const std::string& token)
{
    auto response = with_notice(see_other("/"), "password.chosen");
    give_session(response, request, token);
    return response;
}

} // namespace

Result<Response> get_password(Visit& visit, const Request&)
{
    return form_page(visit, "password", "password.title", nullptr);
}

Result<Response> post_password(Visit& visit, const Request& request)
{
    const auto token = app::change_password(
        visit.office, visit.actor, std::string(request.form["present"]), chosen_in(request)
    );
    if (!token) return form_page(visit, "password", "password.title", &token.error());
    return go_on(request, *token);
}

Result<Response> get_forgotten_password(Visit& visit, const Request&)
{
    return form_page(visit, "forgotten_password", "password.forgotten_title", nullptr);
}

Result<Response> post_forgotten_password(Visit& visit, const Request& request)
{
    const auto token =
        app::choose_with_code(visit.office, std::string(request.form["code"]), chosen_in(request));
    if (!token)
        return form_page(visit, "forgotten_password", "password.forgotten_title", &token.error());
    return go_on(request, *token);
}

} // namespace tiendo::web
