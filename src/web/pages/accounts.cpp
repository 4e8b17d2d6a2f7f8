#include "web/pages/accounts.hpp"

#include "app/admin/accounts.hpp"
#include "app/admin/password_choice.hpp"
#include "app/org/directory.hpp"
#include "base/text.hpp"
#include "web/error_page.hpp"
#include "web/gate.hpp"
#include "web/visit.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace tiendo::web {

namespace {

constexpr std::array all_roles{
    Role::entry,
    Role::unit_leader,
    Role::monitor,
    Role::field_lead,
    Role::leader,
    Role::admin,
};

std::string role_words(const Visit& visit, const std::set<Role>& roles)
{
    std::vector<std::string> names;
    for (const auto role : roles)
        names.push_back(visit.words.text(std::string("role.") + name_of(role)));
    return join(names, ", ");
}

view::Object
account_row(const Visit& visit, const app::Account& account, const UnitDirectory& units)
{
    const auto* unit = units.find(account.unit);
    return {
        {"login", account.login},
        {"name", account.name},
        {"path", "/nguoi-dung/" + account.login},
        {"unit", unit == nullptr ? "" : unit->short_name},
        {"roles", role_words(visit, account.roles)},
        {"disabled", account.disabled},
        {"without_password", !account.has_password && !account.disabled},
        {"may_have_code", !account.disabled},
        {"may_edit", may(visit.actor, Right::manage_accounts)},
    };
}

view::List role_choices(const Visit& visit, const std::set<Role>& chosen)
{
    view::List choices;
    for (const auto role : all_roles) {
        const auto key = std::string("role.") + name_of(role);
        choices.emplace_back(view::Object{
            {"value", name_of(role)},
            {"label", visit.words.text(key)},
            {"hint", visit.words.text(key + "_hint")},
            {"is_chosen", chosen.contains(role)},
        });
    }
    return choices;
}

view::List unit_choices(const UnitDirectory& units, const UnitId& chosen, Date day)
{
    std::vector<const Unit*> sorted;
    for (const auto& unit : units.units())
        if (unit.is_valid_on(day) || unit.id == chosen) sorted.push_back(&unit);
    std::ranges::sort(sorted, [](const Unit* a, const Unit* b) {
        return collates_before(a->name, b->name);
    });
    view::List choices;
    for (const auto* unit : sorted)
        choices.emplace_back(view::Object{
            {"value", unit->id.str()}, {"label", unit->name}, {"is_chosen", unit->id == chosen}
        });
    return choices;
}

struct Units {
    UnitDirectory directory{};
    Date day{};
};

Units units_of(Visit& visit)
{
    return visit.read([](app::Work& work) {
        return Units{app::directory(work), local_time(work.now).day};
    });
}

view::Object account_form(Visit& visit, const app::Account& account, bool is_new)
{
    const auto units = units_of(visit);
    const auto path = "/nguoi-dung/" + account.login;
    return {
        {"title",
         is_new ? visit.words.text("account.new_title")
                : visit.words.text("account.title", {{"name", account.name}})},
        {"is_new", is_new},
        {"action", is_new ? std::string("/nguoi-dung/them") : path},
        {"path", path},
        {"login", account.login},
        {"name", account.name},
        {"disabled", account.disabled},
        {"revision", std::to_string(account.revision)},
        {"roles", role_choices(visit, account.roles)},
        {"units", unit_choices(units.directory, account.unit, units.day)},
    };
}

app::Account account_in(const Request& request, std::string login)
{
    app::Account account;
    account.login = std::move(login);
    account.name = request.form["name"];
    account.unit = UnitId(std::string(request.form["unit"]));
    for (const auto& name : request.form.all("roles"))
        if (const auto role = role_named(name)) account.roles.insert(*role);
    const auto revision = request.form["revision"];
    std::from_chars(revision.data(), revision.data() + revision.size(), account.revision);
    return account;
}

std::string login_of(const Request& request)
{
    return std::string(request.path_parameters["login"]);
}

Response form_again(Visit& visit, const app::Account& account, bool is_new, const Error& error)
{
    auto data = account_form(visit, account, is_new);
    show_problems(data, error, visit.words);
    return html(visit.page("account", std::move(data)), status_of(error.kind));
}

} // namespace

Result<Response> get_accounts(Visit& visit, const Request&)
{
    const auto found = TRY(visit.read([](app::Work& work) { return app::accounts(work); }));
    const auto units = units_of(visit);
    view::List rows;
    for (const auto& account : found)
        rows.emplace_back(account_row(visit, account, units.directory));
    return html(visit.page(
        "accounts",
        {{"title", visit.words.text("account.list_title")},
         {"may_add", may(visit.actor, Right::manage_accounts)},
         {"count", visit.words.text("account.count", {{"count", std::to_string(found.size())}})},
         {"accounts", std::move(rows)}}
    ));
}

Result<Response> get_new_account(Visit& visit, const Request&)
{
    return html(visit.page("account", account_form(visit, {}, true)));
}

Result<Response> post_new_account(Visit& visit, const Request& request)
{
    const auto account = account_in(request, to_lower(trim(request.form["login"])));
    const auto added =
        visit.write([&](app::Work& work) { return app::add_account(work, account); });
    if (!added) return form_again(visit, account, true, added.error());
    return with_notice(
        see_other("/nguoi-dung/" + account.login), "account.added_notice", {{"name", account.name}}
    );
}

Result<Response> get_account(Visit& visit, const Request& request)
{
    const auto login = login_of(request);
    const auto account =
        TRY(visit.read([&](app::Work& work) { return app::account_of(work, login); }));
    visit.frame.breadcrumb = {{visit.words.text("account.list_title"), "/nguoi-dung"}};
    return html(visit.page("account", account_form(visit, account, false)));
}

Result<Response> post_account(Visit& visit, const Request& request)
{
    const auto account = account_in(request, login_of(request));
    const auto changed =
        visit.write([&](app::Work& work) { return app::change_account(work, account); });
    if (!changed) return form_again(visit, account, false, changed.error());
    return with_notice(
        see_other("/nguoi-dung"), "account.changed_notice", {{"name", account.name}}
    );
}

Result<Response> post_disable_account(Visit& visit, const Request& request)
{
    const auto login = login_of(request);
    TRY(visit.write([&](app::Work& work) { return app::disable_account(work, login); }));
    return with_notice(see_other("/nguoi-dung"), "account.disabled_notice", {{"login", login}});
}

Result<Response> post_enable_account(Visit& visit, const Request& request)
{
    const auto login = login_of(request);
    TRY(visit.write([&](app::Work& work) { return app::enable_account(work, login); }));
    return with_notice(see_other("/nguoi-dung"), "account.enabled_notice", {{"login", login}});
}

Result<Response> post_account_code(Visit& visit, const Request& request)
{
    const auto login = login_of(request);
    const auto now = visit.office.computer_time();
    const auto code =
        TRY(visit.write([&](app::Work& work) { return app::issue_code(work, login, now); }));
    visit.frame.breadcrumb = {{visit.words.text("account.list_title"), "/nguoi-dung"}};
    return html(visit.page(
        "account_code",
        {{"title", visit.words.text("account.code_title", {{"login", login}})}, {"code", code}}
    ));
}

} // namespace tiendo::web
