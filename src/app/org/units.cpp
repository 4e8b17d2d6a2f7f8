#include "app/org/units.hpp"

#include "app/org/directory.hpp"
#include "app/org/unit_records.hpp"
#include "base/text.hpp"
#include "domain/org/reorganisation.hpp"

namespace tiendo::app {
namespace {

Result<Done> check(const Unit& unit)
{
    Error error;
    const auto say = [&](const char* key, const char* place) {
        error.problems.push_back({key, {}, place});
    };
    if (squeeze(unit.name).empty()) say("unit_admin.name_missing", "name");
    if (squeeze(unit.short_name).empty()) say("unit_admin.short_name_missing", "short_name");
    if (unit.valid_from && unit.valid_to && *unit.valid_to < *unit.valid_from)
        say("unit_admin.days_reversed", "valid_to");
    if (!error.problems.empty()) return error;
    return done;
}

Result<Done> keep(Work& work, const Unit& unit, std::int64_t revision)
{
    TRY(check(unit));
    (void)TRY(work.kept.units().put(record_from(unit, revision)));
    return done;
}

Result<Unit> unit_of(Work& work, const UnitId& id)
{
    const auto units = directory(work);
    const auto* unit = units.find(id);
    if (unit == nullptr)
        return refuse(Refusal::not_found, "unit_admin.unknown", {{"unit", id.str()}});
    return *unit;
}

Result<Done> keep_changed(Work& work, const Unit& unit)
{
    const auto record = TRY(work.kept.units().get(unit.id.str()));
    return keep(work, unit, record.revision);
}

} // namespace

Result<UnitId> add_unit(Work& work, const Unit& unit)
{
    TRY(require(work, Right::manage_units));
    Unit made = unit;
    TRY(check(made));
    made.id = free_unit_id(directory(work), made);
    TRY(keep(work, made, 0));
    record(work, "unit.added", {.unit = made.id});
    return made.id;
}

Result<Done> change_unit(Work& work, const Unit& unit)
{
    TRY(require(work, Right::manage_units));
    const auto before = TRY(unit_of(work, unit.id));
    auto changed = unit;
    changed.contact = contact_from(before.contact, unit.contact, local_time(work.now).day);
    TRY(keep_changed(work, changed));
    record(work, "unit.changed", {.unit = unit.id});
    return done;
}

Result<Done> keep_contact(Work& work, const Unit& unit)
{
    return keep_changed(work, unit);
}

} // namespace tiendo::app
