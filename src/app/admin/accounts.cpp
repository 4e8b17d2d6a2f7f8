#include "app/admin/accounts.hpp"

#include "app/admin/account_records.hpp"
#include "app/chase/notices.hpp"
#include "app/org/directory.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace tiendo::app {
namespace {

Account
account_from(const store::AccountRecord& record, const std::vector<store::PositionRecord>& held)
{
    std::vector<Position> positions;
    for (const auto& position : held)
        if (position.login == record.login)
            positions.push_back({UnitId(position.unit), roles_in(position.roles)});
    return {
        .login = record.login,
        .name = record.name,
        .unit = UnitId(record.unit),
        .roles = roles_in(record.roles),
        .disabled = record.disabled,
        .has_password = !record.password_hash.empty(),
        .revision = record.revision,
        .positions = std::move(positions),
    };
}

bool is_login(std::string_view login)
{
    constexpr std::size_t length_max = 40;
    return !login.empty() && login.size() <= length_max && std::ranges::all_of(login, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
    });
}

bool works_in(const Account& account, const UnitId& unit)
{
    return account.unit == unit ||
           std::ranges::find(account.positions, unit, &Position::unit) != account.positions.end();
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
    if (!squeeze(account.email).empty() && !is_mail_address(squeeze(account.email)))
        error.problems.push_back(
            {"contact.email_not_understood", {{"text", account.email}}, "email"}
        );
    if (account.roles.empty()) say("account.role_missing", "roles");
    if (!account.unit.empty() && directory(work).find(account.unit) == nullptr)
        say("account.unit_unknown", "unit");
    const bool of_unit =
        account.roles.contains(Role::entry) || account.roles.contains(Role::unit_leader);
    if (of_unit && account.unit.empty()) say("account.unit_missing", "unit");
    for (const auto& position : work.kept.accounts().positions_of(account.login))
        if (position.unit == account.unit.str()) say("account.unit_is_position", "unit");
    if (!error.problems.empty()) return error;
    return done;
}

} // namespace

Account account_from(Work& work, const store::AccountRecord& record)
{
    return account_from(record, work.kept.accounts().positions_of(record.login));
}

bool leads_all_of(const Actor& actor, const Account& account)
{
    return actor.has(Role::unit_leader) && !actor.unit.empty() && actor.unit == account.unit &&
           !account.roles.contains(Role::admin) && account.positions.empty();
}

Result<std::vector<Account>> accounts(Work& work)
{
    const bool sees_all = may(work.actor, Right::manage_accounts);
    if (!sees_all && !work.actor.has(Role::unit_leader))
        return refuse(Refusal::forbidden, "access.forbidden");
    std::vector<Account> found;
    const auto positions = work.kept.accounts().positions();
    for (const auto& record : work.kept.accounts().all()) {
        auto account = account_from(record, positions);
        if (sees_all || works_in(account, work.actor.unit)) found.push_back(std::move(account));
    }
    return found;
}

Result<Account> account_of(Work& work, const std::string& login)
{
    TRY(require(work, Right::manage_accounts));
    auto account = account_from(work, TRY(work.kept.accounts().get(login)));
    account.email = email_of(work, login);
    return account;
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
    put_email(work, account.login, squeeze(account.email));
    tiendo::app::record(work, "account.added", {.unit = account.unit, .thing = account.login});
    return done;
}

Result<Done> change_account(Work& work, const Account& account)
{
    TRY(require(work, Right::manage_accounts));
    TRY(check(work, account));
    auto record = TRY(work.kept.accounts().get(account.login));
    const auto before = administrators(work);
    record.name = squeeze(account.name);
    record.unit = account.unit.str();
    record.roles = roles_text(account.roles);
    record.revision = account.revision;
    TRY(work.kept.accounts().put(record));
    put_email(work, account.login, squeeze(account.email));
    TRY(keep_an_administrator(work, before));
    tiendo::app::record(work, "account.changed", {.unit = account.unit, .thing = account.login});
    return done;
}

Result<Done> disable_account(Work& work, const std::string& login)
{
    TRY(require(work, Right::manage_accounts));
    auto record = TRY(work.kept.accounts().get(login));
    const auto before = administrators(work);
    record.disabled = true;
    TRY(work.kept.accounts().put(record));
    TRY(keep_an_administrator(work, before));
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
