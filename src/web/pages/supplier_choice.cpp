#include "web/pages/supplier_choice.hpp"

#include "web/pages/list_part.hpp"
#include "web/pages/typed_unit.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace tiendo::web {

SupplierChoice::SupplierChoice(const Plan& plan, const UnitDirectory& directory)
    : directory_(directory), day_(plan.head.period_to.value_or(date(9999, 12, 31)))
{
    const auto issuer = issuer_of(plan.head, directory_);
    for (const auto kind :
         {UnitKind::commune,
          UnitKind::agency,
          UnitKind::police,
          UnitKind::front,
          UnitKind::mass_organisation}) {
        for (const auto* unit : directory_.of_kind_on(kind, day_, issuer))
            units_.push_back(unit);
    }
    are_many_ = units_.size() > ListPart::rows_max;
    offered_ = units_;
    if (!are_many_) return;
    std::erase_if(offered_, [](const Unit* unit) { return unit->kind == UnitKind::commune; });
    if (offered_.size() > ListPart::rows_max) offered_.clear();
    make_groups();
}

void SupplierChoice::make_groups()
{
    std::map<UnitId, Group> groups;
    for (const auto* unit : units_) {
        if (unit->kind != UnitKind::commune || unit->parent.empty()) continue;
        auto& group = groups[unit->parent];
        group.above = unit->parent;
        group.units.push_back(unit->id);
    }
    if (groups.size() < 2 || groups.size() > ListPart::rows_max) return;
    for (auto& [above, group] : groups)
        groups_.push_back(std::move(group));
}

std::vector<UnitId> SupplierChoice::communes() const
{
    std::vector<UnitId> communes;
    for (const auto* unit : units_)
        if (unit->kind == UnitKind::commune) communes.push_back(unit->id);
    return communes;
}

SupplierChoice::Told SupplierChoice::told(const UnitIds& chosen) const
{
    Told told;
    std::set<UnitId> covered;
    const auto are_chosen = [&](const std::vector<UnitId>& units) {
        return !units.empty() && std::ranges::all_of(units, [&](const UnitId& unit) {
            return chosen.contains(unit);
        });
    };
    const auto all = communes();
    told.all_communes = are_chosen(all);
    if (told.all_communes) covered.insert(all.begin(), all.end());
    for (const auto& group : groups_) {
        if (told.all_communes || !are_chosen(group.units)) continue;
        told.groups.push_back(&group);
        covered.insert(group.units.begin(), group.units.end());
    }
    std::set<UnitId> offered;
    for (const auto* unit : offered_)
        offered.insert(unit->id);
    for (const auto& unit : chosen) {
        if (covered.contains(unit) || offered.contains(unit)) continue;
        (told.single.size() < ListPart::rows_max ? told.single : told.rest).push_back(unit);
    }
    return told;
}

void SupplierChoice::show(view::Object& data, const UnitIds& chosen, const std::string& prefix)
    const
{
    data.set("are_many", are_many_);
    if (!are_many_) {
        data.set("units", unit_choices(units_, chosen, prefix));
        return;
    }
    const auto told = this->told(chosen);
    std::vector<const Unit*> boxes = offered_;
    for (const auto& unit : told.single)
        if (const auto* known = directory_.find(unit)) boxes.push_back(known);
    data.set("units", unit_choices(boxes, chosen, prefix));
    view::List groups;
    for (const auto& group : groups_) {
        const auto* above = directory_.find(group.above);
        groups.emplace_back(view::Object{
            {"value", group.above.str()},
            {"name", above == nullptr ? group.above.str() : above->short_name},
            {"count", std::to_string(group.units.size())},
            {"is_chosen", std::ranges::find(told.groups, &group) != told.groups.end()},
        });
    }
    data.set("has_groups", !groups.empty());
    data.set("groups", std::move(groups));
    data.set("all_communes_chosen", told.all_communes);
    data.set("has_rest", !told.rest.empty());
    data.set("rest", std::to_string(told.rest.size()));
}

std::vector<UnitId>
SupplierChoice::in_order(std::set<UnitId> wanted, const std::vector<UnitId>& first) const
{
    std::vector<UnitId> ordered;
    const auto take = [&](const UnitId& unit) {
        if (wanted.erase(unit) > 0) ordered.push_back(unit);
    };
    for (const auto& unit : first)
        take(unit);
    for (const auto* unit : units_)
        take(unit->id);
    ordered.insert(ordered.end(), wanted.begin(), wanted.end());
    return ordered;
}

std::vector<UnitId> SupplierChoice::checked(const Fields& form, const UnitIds& before) const
{
    std::vector<UnitId> single;
    for (auto& unit : form.all("unit"))
        single.emplace_back(std::move(unit));
    std::set<UnitId> wanted(single.begin(), single.end());
    if (form.has("all_communes"))
        for (auto& unit : communes())
            wanted.insert(std::move(unit));
    const auto below = form.all("below");
    for (const auto& group : groups_)
        if (std::ranges::find(below, group.above.str()) != below.end())
            wanted.insert(group.units.begin(), group.units.end());
    if (form.has("rest"))
        for (auto& unit : told(before).rest)
            wanted.insert(std::move(unit));
    return in_order(std::move(wanted), are_many_ ? before.list() : single);
}

Result<std::vector<UnitId>> SupplierChoice::read(const Fields& form, const UnitIds& before) const
{
    const auto boxes = checked(form, before);
    std::set<UnitId> wanted(boxes.begin(), boxes.end());
    for (auto& unit : TRY(typed(form["unit_names"])))
        wanted.insert(std::move(unit));
    return in_order(std::move(wanted), boxes);
}

Result<std::vector<UnitId>> SupplierChoice::typed(std::string_view text) const
{
    return typed_units(text, directory_, day_);
}

view::List unit_choices(
    const std::vector<const Unit*>& units,
    const std::vector<UnitId>& chosen,
    const std::string& prefix
)
{
    const std::set<UnitId> checked(chosen.begin(), chosen.end());
    view::List choices;
    for (const auto* unit : units)
        choices.emplace_back(view::Object{
            {"value", unit->id.str()},
            {"name", unit->short_name},
            {"id", prefix + "-" + unit->id.str()},
            {"is_chosen", checked.contains(unit->id)}
        });
    return choices;
}

} // namespace tiendo::web
