#include "web/pages/sign_in.hpp"

#include "app/admin/sample_people.hpp"
#include "app/admin/sign_in.hpp"
#include "base/text.hpp"
#include "web/error_page.hpp"
#include "web/gate.hpp"
#include "web/visit.hpp"

namespace tiendo::web {

namespace {

/// In the sample world one button for each role: a small form that signs in.
view::List role_cards(const Visit& visit)
{
    view::List cards;
    for (const auto& person : app::sample_people())
        cards.emplace_back(view::Object{
            {"login", person.login},
            {"password", app::sample_password},
            {"role", visit.words.text("sample_person." + std::string(person.key) + "_role")},
            {"does", visit.words.text("sample_person." + std::string(person.key) + "_does")},
        });
    return cards;
}

std::string_view next_in(const Request& request)
{
    const auto next = request.method == Method::get ? request.query["tiep"] : request.form["tiep"];
    return is_own_path(next) ? next : std::string_view("/");
}

view::Object sign_in_view(Visit& visit, const Request& request)
{
    const bool is_sample =
        visit.read([](app::Work& work) { return app::pinned_time(work.kept).has_value(); });
    return {
        {"title", visit.words.text("sign_in.title")},
        {"login", request.form["login"]},
        {"next", next_in(request)},
        {"is_sample", is_sample},
        {"cards", is_sample ? role_cards(visit) : view::List{}},
        {"password_shown", is_sample ? app::sample_password : std::string_view{}},
    };
}

} // namespace

Result<Response> get_sign_in(Visit& visit, const Request& request)
{
    if (!visit.actor.login.empty()) return see_other(next_in(request));
    return html(visit.page("sign_in", sign_in_view(visit, request)));
}

Result<Response> post_sign_in(Visit& visit, const Request& request)
{
    const auto token = app::sign_in(
        visit.office,
        {.login = to_lower(trim(request.form["login"])),
         .password = std::string(request.form["password"]),
         .address = request.remote_address}
    );
    if (!token) {
        auto data = sign_in_view(visit, request);
        show_problems(data, token.error(), visit.words);
        return html(visit.page("sign_in", std::move(data)), 422);
    }
    auto response = see_other(next_in(request));
    give_session(response, request, *token);
    return response;
}

Result<Response> post_sign_out(Visit& visit, const Request& request)
{
    if (!visit.session.empty()) app::sign_out(visit.office, visit.actor, visit.session);
    auto response = see_other("/dang-nhap");
    take_session(response, request);
    // What the browser keeps goes with the session, unless it is of somebody else who has yet to
    // send it.
    if (!request.form.has("giu")) response.set("Clear-Site-Data", "\"storage\"");
    return response;
}

} // namespace tiendo::web
