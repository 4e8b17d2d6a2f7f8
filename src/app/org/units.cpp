#include "app/org/units.hpp"

#include "app/org/directory.hpp"
#include "app/org/unit_records.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

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

/// An id that no unit, present or past, has: "sa-loong", then "sa-loong-2".
UnitId free_id(Work& work, const Unit& unit)
{
    const auto units = directory(work);
    const auto wanted = slug(unit.short_name);
    UnitId id(wanted);
    for (int number = 2; units.find(id) != nullptr; ++number)
        id = UnitId(fmt::format("{}-{}", wanted, number));
    return id;
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
    made.id = free_id(work, unit);
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

Result<Done> end_unit(Work& work, const UnitId& id, Date last_day)
{
    TRY(require(work, Right::manage_units));
    auto unit = TRY(unit_of(work, id));
    unit.valid_to = last_day;
    TRY(keep_changed(work, unit));
    record(work, "unit.ended", {.unit = id, .thing = iso_date(last_day)});
    return done;
}

Result<UnitId> merge_units(Work& work, const Merger& merger)
{
    TRY(require(work, Right::manage_units));
    if (merger.old_units.size() < 2)
        return refuse(Refusal::invalid, "unit_admin.merge_two", {}, "old_units");
    Unit made = merger.new_unit;
    TRY(check(made));
    made.id = free_id(work, made);
    made.valid_from = merger.on;
    TRY(keep(work, made, 0));
    for (const auto& id : merger.old_units) {
        auto old_unit = TRY(unit_of(work, id));
        if (!old_unit.is_valid_on(add_days(merger.on, -1)))
            return refuse(
                Refusal::invalid,
                "unit_admin.not_valid_then",
                {{"unit", old_unit.short_name}},
                "old_units"
            );
        old_unit.valid_to = add_days(merger.on, -1);
        TRY(keep_changed(work, old_unit));
        work.kept.units().add({id.str(), made.id.str(), merger.on});
    }
    record(work, "unit.merged", {.unit = made.id, .thing = iso_date(merger.on)});
    return made.id;
}

} // namespace tiendo::app
