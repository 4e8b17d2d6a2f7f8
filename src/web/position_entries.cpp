#include "web/position_entries.hpp"

#include "app/admin/positions.hpp"
#include "base/text.hpp"

namespace tiendo::web {

std::string role_words(const std::set<Role>& roles, const Wording& words)
{
    std::vector<std::string> names;
    for (const auto role : roles)
        names.push_back(words.text(std::string("role.") + name_of(role)));
    return join(names, ", ");
}

std::vector<PositionEntry>
position_entries(app::Work& work, const UnitDirectory& units, const Wording& words)
{
    const auto positions = app::positions_of(work, work.actor.login);
    if (positions.size() < 2) return {};
    std::vector<PositionEntry> entries;
    for (const auto& position : positions) {
        const auto* unit = units.find(position.unit);
        entries.push_back({
            .position = position,
            .unit_name = unit == nullptr ? words.text("position.of_no_unit") : unit->name,
            .roles = role_words(position.roles, words),
            .is_current = position.unit == work.actor.unit,
        });
    }
    return entries;
}

} // namespace tiendo::web
