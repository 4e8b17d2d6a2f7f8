#include "web/pages/typed_unit.hpp"

#include "base/text.hpp"
#include "domain/org/unit_names.hpp"

namespace tiendo::web {

UnitId typed_unit(std::string_view text, const UnitDirectory& directory, Date day)
{
    const UnitId typed(squeeze(text));
    if (typed.empty() || directory.find(typed) != nullptr) return typed;
    const auto named = directory.named(typed.str(), day);
    if (named.size() == 1) return named.front();
    std::vector<UnitId> found;
    for (const auto& unit : directory.units())
        if (unit.is_valid_on(day) && (unit.code == typed.str() || is_same_name(unit, typed.str())))
            found.push_back(unit.id);
    return found.size() == 1 ? found.front() : typed;
}

Result<std::vector<UnitId>>
typed_units(std::string_view text, const UnitDirectory& directory, Date day)
{
    std::vector<UnitId> units;
    for (const auto& each : split(replace_all(std::string(text), "\n", ";"), ';')) {
        const auto unit = typed_unit(each, directory, day);
        if (unit.empty()) continue;
        if (directory.find(unit) == nullptr)
            return refuse(Refusal::invalid, "unit_admin.unknown", {{"unit", unit.str()}});
        units.push_back(unit);
    }
    return units;
}

} // namespace tiendo::web
