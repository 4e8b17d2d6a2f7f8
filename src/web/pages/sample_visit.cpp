#include "web/pages/sample_visit.hpp"

#include "base/text.hpp"
#include "web/forms.hpp"
#include "web/pages/all_routes.hpp"
#include "web/pages/no_period.hpp"

namespace tiendo::web {

app::Office& sample_office()
{
    static app::Office office = new_sample_office();
    return office;
}

Actor sample_person(app::Office& office, const std::string& login)
{
    return office.read(Actor{}, [&](app::Work& work) {
        const auto account = work.kept.accounts().get(login).value();
        Actor actor{account.login, account.name, UnitId(account.unit), {}};
        for (const auto& name : split(replace_all(account.roles, ",", " "), ' '))
            if (const auto role = role_named(name)) actor.roles.insert(*role);
        return actor;
    });
}

namespace {

Result<Response> answered(app::Office& office, const std::string& login, Request request)
{
    static const Router router(all_routes());
    const auto match = router.find(request.method, request.path);
    if (match.route == nullptr) return refuse(Refusal::not_found, "error.status_404_title");
    request.path_parameters = match.parameters;
    Visit visit{
        {Wording(Messages::embedded(), request.language), "token", request.path, {}},
        office,
        sample_person(office, login),
        "session"
    };
    if (!may(visit.actor, match.route->right()))
        return refuse(Refusal::forbidden, "access.forbidden");
    return or_no_period(visit, request, match.route->handler()(visit, request));
}

} // namespace

Result<Response>
visited(app::Office& office, const std::string& login, std::string_view target, Language language)
{
    Request request;
    read_target(request, target);
    request.language = language;
    return answered(office, login, std::move(request));
}

Result<Response>
posted(app::Office& office, const std::string& login, std::string_view target, const Fields& form)
{
    Request request;
    read_target(request, target);
    request.method = Method::post;
    request.form = form;
    return answered(office, login, std::move(request));
}

std::string text_of(std::string_view html)
{
    std::string text;
    bool is_inside = false;
    for (const char c : html) {
        if (c == '<') {
            is_inside = true;
            text += ' ';
        } else if (c == '>') {
            is_inside = false;
        } else if (!is_inside) {
            text += c;
        }
    }
    return squeeze(text);
}

} // namespace tiendo::web
