#include "web/views/choices.hpp"

namespace tiendo::web::view {

List choices(const std::vector<Choice>& choices, std::string_view chosen)
{
    List list;
    for (const auto& choice : choices)
        list.emplace_back(Object{
            {"value", choice.value}, {"label", choice.label}, {"is_chosen", choice.value == chosen}
        });
    return list;
}

List unit_choices(
    const std::vector<UnitId>& units, const UnitDirectory& directory, std::string_view chosen
)
{
    std::vector<Choice> all;
    for (const auto& id : units) {
        const auto* unit = directory.find(id);
        all.push_back({id.str(), unit == nullptr ? id.str() : unit->short_name});
    }
    return choices(all, chosen);
}

} // namespace tiendo::web::view
