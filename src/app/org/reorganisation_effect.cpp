#include "app/org/reorganisation_effect.hpp"

#include "documents/exchange/json_reader.hpp"

namespace tiendo::app {
namespace {

namespace bj = boost::json;
namespace json = documents::json;

bj::array to_array(const std::vector<UnitId>& units)
{
    bj::array array;
    for (const auto& unit : units)
        array.emplace_back(unit.str());
    return array;
}

std::vector<UnitId> units_in(const bj::object& object, std::string_view key)
{
    std::vector<UnitId> units;
    for (auto& id : json::texts(object, key))
        units.emplace_back(std::move(id));
    return units;
}

} // namespace

std::string to_json(const EffectKept& effect)
{
    bj::array ended;
    for (const auto& [unit, last_day] : effect.ended) {
        bj::object object{{"unit", unit.str()}};
        if (last_day) object["valid_to"] = iso_date(*last_day);
        ended.emplace_back(std::move(object));
    }
    bj::object accounts;
    for (const auto& [login, unit] : effect.accounts)
        accounts[login] = unit.str();
    bj::object own_roles;
    for (const auto& [login, roles] : effect.own_roles)
        own_roles[login] = roles;
    bj::array positions;
    for (const auto& position : effect.positions)
        positions.emplace_back(bj::object{
            {"login", position.login}, {"unit", position.unit.str()}, {"roles", position.roles}
        });
    return bj::serialize(bj::object{
        {"on", iso_date(effect.on)},
        {"added", to_array(effect.added)},
        {"targets", to_array(effect.targets)},
        {"ended", std::move(ended)},
        {"accounts", std::move(accounts)},
        {"own_roles", std::move(own_roles)},
        {"positions", std::move(positions)}
    });
}

Result<EffectKept> parse_effect(std::string_view text)
{
    return json::reading(text, [](const bj::object& object) {
        EffectKept effect;
        const auto on = json::day(object, "on");
        if (!on) throw json::Unexpected{"on"};
        effect.on = *on;
        effect.added = units_in(object, "added");
        effect.targets = units_in(object, "targets");
        json::each_in(object, "ended", [&](const bj::object& ended) {
            effect.ended.emplace_back(
                UnitId(json::text(ended, "unit")), json::day(ended, "valid_to")
            );
        });
        const auto& accounts = json::object_at(object, "accounts");
        for (const auto& [login, unit] : accounts)
            effect.accounts.emplace(std::string(login), UnitId(json::text(accounts, login)));
        const auto& own_roles = json::object_at(object, "own_roles");
        for (const auto& [login, roles] : own_roles)
            effect.own_roles.emplace(std::string(login), json::text(own_roles, login));
        json::each_in(object, "positions", [&](const bj::object& position) {
            effect.positions.push_back(
                {json::text(position, "login"),
                 UnitId(json::text(position, "unit")),
                 json::text(position, "roles")}
            );
        });
        return effect;
    });
}

} // namespace tiendo::app
