#include "web/pages/first_run.hpp"

#include "app/admin/first_run.hpp"
#include "base/text.hpp"
#include "web/error_page.hpp"
#include "web/gate.hpp"
#include "web/visit.hpp"

namespace tiendo::web {

namespace {

std::string_view token_in(const Request& request)
{
    return request.method == Method::get ? request.query["ma"] : request.form["token"];
}

view::Object person_view(const Visit& visit, const Request& request, const std::string& prefix)
{
    return {
        {"prefix", prefix},
        {"legend", visit.words.text("first_run." + prefix)},
        {"hint", visit.words.text("first_run." + prefix + "_hint")},
        {"login", request.form[prefix + "_login"]},
        {"name", request.form[prefix + "_name"]},
    };
}

view::Object first_run_view(const Visit& visit, const Request& request)
{
    return {
        {"title", visit.words.text("first_run.title")},
        {"token", token_in(request)},
        {"office_name", request.form["office_name"]},
        {"people",
         view::List{person_view(visit, request, "admin"), person_view(visit, request, "monitor")}},
    };
}

app::FirstAccount person_in(const Request& request, const std::string& prefix)
{
    return {
        .login = to_lower(trim(request.form[prefix + "_login"])),
        .name = std::string(request.form[prefix + "_name"]),
        .password = std::string(request.form[prefix + "_password"]),
    };
}

} // namespace

Result<Response> get_first_run(Visit& visit, const Request& request)
{
    if (app::has_accounts(visit.office))
        return refuse(Refusal::not_found, "first_run.has_accounts");
    return html(visit.page("first_run", first_run_view(visit, request)));
}

Result<Response> post_first_run(Visit& visit, const Request& request)
{
    const auto made = app::make_first_accounts(
        visit.office,
        {.token = std::string(trim(token_in(request))),
         .office_name = std::string(request.form["office_name"]),
         .admin = person_in(request, "admin"),
         .monitor = person_in(request, "monitor")}
    );
    if (made) return with_notice(see_other("/dang-nhap"), "first_run.made");
    auto data = first_run_view(visit, request);
    show_problems(data, made.error(), visit.words);
    return html(visit.page("first_run", std::move(data)), 422);
}

} // namespace tiendo::web
