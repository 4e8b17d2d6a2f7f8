#include "app/admin/account_records.hpp"

#include "base/text.hpp"

#include <utility>

namespace tiendo::app {
namespace {

std::string email_setting(const std::string& login)
{
    return "account_email/" + login;
}

} // namespace

Actor actor_of(const store::AccountRecord& account)
{
    return {
        .login = account.login,
        .name = account.name,
        .unit = UnitId(account.unit),
        .roles = roles_in(account.roles),
    };
}

std::optional<Actor>
actor_in(Work& work, const store::AccountRecord& account, const std::string& unit)
{
    if (unit.empty() || unit == account.unit) return actor_of(account);
    for (const auto& position : work.kept.accounts().positions_of(account.login))
        if (position.unit == unit)
            return in_position(actor_of(account), {UnitId(unit), roles_in(position.roles)});
    return std::nullopt;
}

std::string email_of(Work& work, const std::string& login)
{
    return work.kept.settings().find(email_setting(login)).value_or(std::string());
}

void put_email(Work& work, const std::string& login, const std::string& email)
{
    work.kept.settings().put(email_setting(login), email);
}

std::string roles_text(const std::set<Role>& roles)
{
    std::vector<std::string> names;
    for (const auto role : roles)
        names.emplace_back(name_of(role));
    return join(names, ",");
}

std::set<Role> roles_in(std::string_view text)
{
    std::set<Role> roles;
    for (const auto& name : split(text, ','))
        if (const auto role = role_named(trim(name))) roles.insert(*role);
    return roles;
}

int administrators(Work& work)
{
    std::set<std::string> found;
    for (const auto& position : work.kept.accounts().positions())
        if (roles_in(position.roles).contains(Role::admin)) found.insert(position.login);
    int count = 0;
    for (const auto& account : work.kept.accounts().all())
        if (!account.disabled &&
            (roles_in(account.roles).contains(Role::admin) || found.contains(account.login)))
            ++count;
    return count;
}

Result<Done> keep_an_administrator(Work& work, int administrators_before)
{
    if (administrators_before > 0 && administrators(work) == 0)
        return refuse(Refusal::conflict, "account.last_administrator");
    return done;
}

void record_beside_story(
    Work& work, std::string_view by, std::string_view verb, const Subject& subject
)
{
    Actor teller;
    teller.login = by; // before the actor moves away: `by` may be its own login
    const Actor actor = std::exchange(work.actor, std::move(teller));
    if (const auto pinned = pinned_time(work.kept)) work.now = *pinned;
    record(work, verb, subject);
    work.actor = actor;
}

} // namespace tiendo::app
