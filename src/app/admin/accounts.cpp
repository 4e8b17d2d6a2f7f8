#include "app/admin/accounts.hpp"

#include "app/admin/account_records.hpp"
#include "app/org/directory.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace tiendo::app {
namespace {

Account account_from(const store::AccountRecord& record)
{
    return {
        .login = record.login,
        .name = record.name,
        .unit = UnitId(record.unit),
        .roles = roles_in(record.roles),
        .disabled = record.disabled,
        .has_password = !record.password_hash.empty(),
        .revision = record.revision,
    };
}

bool is_login(std::string_view login)
{
    constexpr std::size_t length_max = 40;
    return !login.empty() && login.size() <= length_max && std::ranges::all_of(login, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
    });
}

/// All that is wrong with it, each at its field.
Result<Done> check(Work& work, const Account& account)
{
    Error error;
    const auto say = [&](const char* key, const char* place) {
        error.problems.push_back({key, {{"login", account.login}}, place});
    };
    if (!is_login(account.login)) say("account.login_not_understood", "login");
    if (squeeze(account.name).empty()) say("account.name_missing", "name");
    if (account.roles.empty()) say("account.role_missing", "roles");
    if (!account.unit.empty() && directory(work).find(account.unit) == nullptr)
        say("account.unit_unknown", "unit");
    const bool of_unit =
        account.roles.contains(Role::entry) || account.roles.contains(Role::unit_leader);
    if (of_unit && account.unit.empty()) say("account.unit_missing", "unit");
    if (!error.problems.empty()) return error;
    return done;
}

bool is_last_administrator(Work& work, const std::string& login)
{
    const auto all = work.kept.accounts().all();
    return std::ranges::none_of(all, [&](const store::AccountRecord& other) {
        return other.login != login && !other.disabled &&
               roles_in(other.roles).contains(Role::admin);
    });
}

Result<Done> keep_one_administrator(Work& work, const store::AccountRecord& account)
{
    if (roles_in(account.roles).contains(Role::admin) && is_last_administrator(work, account.login))
        return refuse(Refusal::conflict, "account.last_administrator");
    return done;
}

} // namespace

Result<std::vector<Account>> accounts(Work& work)
{
    const bool sees_all = may(work.actor, Right::manage_accounts);
    if (!sees_all && !work.actor.has(Role::unit_leader))
        return refuse(Refusal::forbidden, "access.forbidden");
    std::vector<Account> found;
    for (const auto& record : work.kept.accounts().all())
        if (sees_all || record.unit == work.actor.unit.str()) found.push_back(account_from(record));
    return found;
}

Result<Account> account_of(Work& work, const std::string& login)
{
    TRY(require(work, Right::manage_accounts));
    const auto record = TRY(work.kept.accounts().get(login));
    return account_from(record);
}

Result<Done> add_account(Work& work, const Account& account)
{
    TRY(require(work, Right::manage_accounts));
    TRY(check(work, account));
    if (work.kept.accounts().get(account.login))
        return refuse(Refusal::invalid, "account.exists", {{"login", account.login}}, "login");
    store::AccountRecord record;
    record.login = account.login;
    record.name = squeeze(account.name);
    record.unit = account.unit.str();
    record.roles = roles_text(account.roles);
    record.created = work.now;
    TRY(work.kept.accounts().put(record));
    tiendo::app::record(work, "account.added", {.unit = account.unit, .thing = account.login});
    return done;
}

Result<Done> change_account(Work& work, const Account& account)
{
    TRY(require(work, Right::manage_accounts));
    TRY(check(work, account));
    auto record = TRY(work.kept.accounts().get(account.login));
    if (!account.roles.contains(Role::admin)) TRY(keep_one_administrator(work, record));
    record.name = squeeze(account.name);
    record.unit = account.unit.str();
    record.roles = roles_text(account.roles);
    record.revision = account.revision;
    TRY(work.kept.accounts().put(record));
    tiendo::app::record(work, "account.changed", {.unit = account.unit, .thing = account.login});
    return done;
}

Result<Done> disable_account(Work& work, const std::string& login)
{
    TRY(require(work, Right::manage_accounts));
    auto record = TRY(work.kept.accounts().get(login));
    TRY(keep_one_administrator(work, record));
    record.disabled = true;
    TRY(work.kept.accounts().put(record));
    work.kept.sessions().close_all_of(login);
    tiendo::app::record(work, "account.disabled", {.unit = UnitId(record.unit), .thing = login});
    return done;
}

Result<Done> enable_account(Work& work, const std::string& login)
{
    TRY(require(work, Right::manage_accounts));
    auto record = TRY(work.kept.accounts().get(login));
    record.disabled = false;
    TRY(work.kept.accounts().put(record));
    tiendo::app::record(work, "account.enabled", {.unit = UnitId(record.unit), .thing = login});
    return done;
}

} // namespace tiendo::app
