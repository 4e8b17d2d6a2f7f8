#include "web/pages/unit_field.hpp"

#include "web/pages/list_part.hpp"

namespace tiendo::web {

view::List
unit_field(const UnitField& field, const std::vector<UnitId>& units, const UnitDirectory& directory)
{
    const bool are_many = units.size() > ListPart::rows_max;
    const auto* chosen = directory.find(UnitId(field.chosen));
    view::List options;
    if (!are_many)
        for (const auto& id : units) {
            const auto* unit = directory.find(id);
            options.emplace_back(view::Object{
                {"value", id.str()},
                {"name",
                 unit == nullptr ? id.str()
                 : field.in_full ? unit->name
                                 : unit->short_name},
                {"is_chosen", id.str() == field.chosen},
            });
        }
    return {view::Object{
        {"field", field.name},
        {"label", field.label},
        {"has_any", !field.any.empty()},
        {"any", field.any},
        {"is_typed", are_many},
        {"typed", chosen == nullptr ? field.chosen : chosen->name},
        {"options", std::move(options)},
    }};
}

} // namespace tiendo::web
