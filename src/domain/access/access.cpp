#include "domain/access/access.hpp"

#include <algorithm>
#include <array>

namespace tiendo {
namespace {

constexpr std::array<std::pair<Role, const char*>, 6> names{{
    {Role::entry, "entry"},
    {Role::unit_leader, "unit_leader"},
    {Role::monitor, "monitor"},
    {Role::field_lead, "field_lead"},
    {Role::leader, "leader"},
    {Role::admin, "admin"},
}};

bool oversees(const Actor& actor)
{
    return actor.has(Role::monitor) || actor.has(Role::leader) || actor.has(Role::field_lead);
}

/// The leader of the office that runs the plan, as opposed to the leader of a unit that reports.
bool heads_office(const Actor& actor)
{
    return actor.has(Role::monitor) && actor.has(Role::unit_leader);
}

/// Rights about one unit hold for its own officers, and for the overseers where the right is
/// theirs.
bool is_own(const Actor& actor, const UnitId& unit)
{
    return !actor.unit.empty() && actor.unit == unit;
}

} // namespace

bool may(const Actor& actor, Right right, const UnitId& unit)
{
    switch (right) {
    case Right::public_page:
        return true;
    case Right::signed_in:
        return !actor.login.empty();
    case Right::see_plan:
        return oversees(actor);
    case Right::edit_plan:
    case Right::review_reports:
    case Right::write_report:
        return actor.has(Role::monitor);
    case Right::approve_report:
        return heads_office(actor);
    case Right::sign_report:
        return heads_office(actor) || actor.has(Role::leader);
    case Right::enter_report:
        return (actor.has(Role::entry) && (unit.empty() || is_own(actor, unit))) ||
               actor.has(Role::monitor);
    case Right::approve_entry:
        return actor.has(Role::unit_leader) && (unit.empty() || is_own(actor, unit));
    case Right::see_report:
        return oversees(actor) || ((actor.has(Role::entry) || actor.has(Role::unit_leader)) &&
                                   (unit.empty() || is_own(actor, unit)));
    case Right::manage_units:
    case Right::manage_accounts:
        return actor.has(Role::admin);
    case Right::manage_holidays:
        return actor.has(Role::admin) || actor.has(Role::monitor);
    case Right::see_journal:
        return actor.has(Role::admin) || oversees(actor);
    }
    return false;
}

Actor in_position(Actor person, const Position& position)
{
    person.unit = position.unit;
    person.roles = position.roles;
    return person;
}

const char* name_of(Role role)
{
    return std::ranges::find(names, role, [](const auto& entry) { return entry.first; })->second;
}

std::optional<Role> role_named(std::string_view name)
{
    const auto found =
        std::ranges::find_if(names, [&](const auto& entry) { return name == entry.second; });
    if (found == names.end()) return std::nullopt;
    return found->first;
}

} // namespace tiendo
