#include "web/pages/accounts.hpp"

#include "app/admin/accounts.hpp"
#include "app/admin/password_choice.hpp"
#include "app/org/directory.hpp"
#include "base/text.hpp"
#include "domain/org/unit_names.hpp"
#include "web/gate.hpp"
#include "web/pages/account_form.hpp"
#include "web/pages/list_part.hpp"
#include "web/position_entries.hpp"

#include <charconv>

namespace tiendo::web {

namespace {

std::string short_name(const UnitDirectory& units, const UnitId& id)
{
    const auto* unit = units.find(id);
    return unit == nullptr ? std::string() : unit->short_name;
}

view::Object
account_row(const Visit& visit, const app::Account& account, const UnitDirectory& units)
{
    const bool manages = may(visit.actor, Right::manage_accounts);
    view::List further;
    for (const auto& position : account.positions)
        further.emplace_back(visit.words.text(
            "position.also",
            {{"unit", short_name(units, position.unit)},
             {"roles", role_words(position.roles, visit.words)}}
        ));
    return {
        {"login", account.login},
        {"name", account.name},
        {"path", "/nguoi-dung/" + account.login},
        {"unit", short_name(units, account.unit)},
        {"roles", role_words(account.roles, visit.words)},
        {"further", std::move(further)},
        {"disabled", account.disabled},
        {"without_password", !account.has_password && !account.disabled},
        {"may_have_code", !account.disabled && (manages || app::leads_all_of(visit.actor, account))
        },
        {"may_edit", manages},
    };
}

/// Those whose name, login or unit is meant; all of them where nobody is sought.
std::vector<const app::Account*> called(
    const std::vector<app::Account>& accounts, const UnitDirectory& units, const std::string& key
)
{
    std::vector<const app::Account*> found;
    for (const auto& account : accounts) {
        const auto* unit = units.find(account.unit);
        if (search_key(account.login + " " + account.name).find(key) != std::string::npos ||
            (unit != nullptr && is_called(*unit, key)))
            found.push_back(&account);
    }
    return found;
}

app::Account account_in(Visit& visit, const Request& request, std::string login)
{
    app::Account account;
    account.login = std::move(login);
    account.name = request.form["name"];
    account.unit = unit_named(visit, request.form["unit"]);
    account.email = request.form["email"];
    account.roles = roles_in(request, "roles");
    const auto revision = request.form["revision"];
    std::from_chars(revision.data(), revision.data() + revision.size(), account.revision);
    return account;
}

} // namespace

Result<Response> get_accounts(Visit& visit, const Request& request)
{
    const auto found = TRY(visit.read([](app::Work& work) { return app::accounts(work); }));
    const auto units = visit.read([](app::Work& work) { return app::directory(work); });
    const std::string sought(request.query["tim"]);
    const auto listed = called(found, units, search_key(sought));
    const ListPart part(listed.size(), request);
    view::List rows;
    for (const auto* account : part.of(listed))
        rows.emplace_back(account_row(visit, *account, units));
    view::Object data{
        {"title", visit.words.text("account.list_title")},
        {"may_add", may(visit.actor, Right::manage_accounts)},
        {"count", visit.words.text("account.count", {{"count", std::to_string(found.size())}})},
        {"are_many", found.size() > ListPart::rows_max},
        {"sought", sought},
        {"accounts", std::move(rows)},
    };
    set_parts(data, part, {"/nguoi-dung", {{"tim", sought}}});
    return html(visit.page("accounts", std::move(data)));
}

Result<Response> get_new_account(Visit& visit, const Request&)
{
    return shown(visit, {{}, true, {}}, nullptr);
}

Result<Response> post_new_account(Visit& visit, const Request& request)
{
    const auto account = account_in(visit, request, to_lower(trim(request.form["login"])));
    const auto added =
        visit.write([&](app::Work& work) { return app::add_account(work, account); });
    if (!added) return shown(visit, {account, true, {}}, &added.error());
    return with_notice(
        see_other("/nguoi-dung/" + account.login), "account.added_notice", {{"name", account.name}}
    );
}

Result<Response> get_account(Visit& visit, const Request& request)
{
    const auto login = login_in(request);
    const auto account =
        TRY(visit.read([&](app::Work& work) { return app::account_of(work, login); }));
    return shown(visit, {account, false, {}}, nullptr);
}

Result<Response> post_account(Visit& visit, const Request& request)
{
    auto account = account_in(visit, request, login_in(request));
    const auto changed =
        visit.write([&](app::Work& work) { return app::change_account(work, account); });
    if (!changed) {
        account.positions =
            TRY(visit.read([&](app::Work& work) { return app::account_of(work, account.login); })
            ).positions;
        return shown(visit, {account, false, {}}, &changed.error());
    }
    return with_notice(
        see_other("/nguoi-dung"), "account.changed_notice", {{"name", account.name}}
    );
}

Result<Response> post_disable_account(Visit& visit, const Request& request)
{
    const auto login = login_in(request);
    TRY(visit.write([&](app::Work& work) { return app::disable_account(work, login); }));
    return with_notice(see_other("/nguoi-dung"), "account.disabled_notice", {{"login", login}});
}

Result<Response> post_enable_account(Visit& visit, const Request& request)
{
    const auto login = login_in(request);
    TRY(visit.write([&](app::Work& work) { return app::enable_account(work, login); }));
    return with_notice(see_other("/nguoi-dung"), "account.enabled_notice", {{"login", login}});
}

Result<Response> post_account_code(Visit& visit, const Request& request)
{
    const auto login = login_in(request);
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
