#include "app/admin/account_records.hpp"

#include "base/text.hpp"

namespace tiendo::app {

Actor actor_of(const store::AccountRecord& account)
{
    return {
        .login = account.login,
        .name = account.name,
        .unit = UnitId(account.unit),
        .roles = roles_in(account.roles),
    };
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

void record_beside_story(
    Work& work, std::string_view by, std::string_view verb, const std::string& subject
)
{
    const Actor actor = std::move(work.actor);
    work.actor = {};
    work.actor.login = by;
    if (const auto pinned = pinned_time(work.kept)) work.now = *pinned;
    record(work, verb, {.thing = subject});
    work.actor = actor;
}

} // namespace tiendo::app
