#include "domain/org/reorganisation.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace tiendo {
namespace {

constexpr std::array<std::pair<ReorganisationKind, const char*>, 5> names{{
    {ReorganisationKind::merger, "merger"},
    {ReorganisationKind::division, "division"},
    {ReorganisationKind::renaming, "renaming"},
    {ReorganisationKind::moving, "moving"},
    {ReorganisationKind::closing, "closing"},
}};

SuccessionKind succession_of(ReorganisationKind kind)
{
    switch (kind) {
    case ReorganisationKind::division:
        return SuccessionKind::divided;
    case ReorganisationKind::renaming:
        return SuccessionKind::renamed;
    case ReorganisationKind::moving:
        return SuccessionKind::moved;
    case ReorganisationKind::merger:
    case ReorganisationKind::closing:
        return SuccessionKind::merged;
    }
    return SuccessionKind::merged;
}

class Planner {
public:
    Planner(const UnitDirectory& units, const Reorganisation& wanted)
        : units_(units), wanted_(wanted), known_(units)
    {
    }

    Result<ReorganisationEffect> run()
    {
        end_old_units();
        if (error_.problems.empty()) check_numbers();
        if (error_.problems.empty() && wanted_.kind == ReorganisationKind::division) check_shares();
        for (std::size_t i = 0; i < wanted_.parts.size(); ++i)
            take_part(i);
        if (!error_.problems.empty()) return error_;
        return std::move(effect_);
    }

private:
    void say(const char* key, std::string place, std::map<std::string, std::string> args = {})
    {
        error_.problems.push_back({key, std::move(args), std::move(place)});
    }

    static std::string field(const char* name, std::size_t part)
    {
        return fmt::format("{}_{}", name, part + 1);
    }

    void end_old_units()
    {
        const auto last_day = add_days(wanted_.on, -1);
        for (const auto& id : wanted_.old_units) {
            const auto* unit = units_.find(id);
            if (unit == nullptr) {
                say("unit_admin.unknown", "old_units", {{"unit", id.str()}});
                continue;
            }
            const bool goes_on = unit->is_valid_on(last_day) && unit->is_valid_on(wanted_.on);
            if (!goes_on || !units_.successions_from(id).empty()) {
                say("reorganisation.ended_already",
                    "old_units",
                    {{"unit", unit->name}, {"day", vietnamese_date(wanted_.on)}});
                continue;
            }
            auto ended = *unit;
            ended.valid_to = last_day;
            effect_.ended.push_back(std::move(ended));
        }
    }

    void check_numbers()
    {
        const bool is_merger = wanted_.kind == ReorganisationKind::merger;
        const bool is_division = wanted_.kind == ReorganisationKind::division;
        const auto count = effect_.ended.size();
        if (count == 0) return say("reorganisation.no_old_unit", "old_units");
        if (!is_merger && wanted_.kind != ReorganisationKind::closing && count != 1)
            return say("reorganisation.one_old_unit", "old_units");
        if (is_merger && count < 2 && wanted_.parts.front().existing.empty())
            return say("unit_admin.merge_two", "old_units");
        if (is_division && wanted_.parts.size() < 2)
            return say("reorganisation.two_parts", field("name", wanted_.parts.size()));
    }

    void check_shares()
    {
        std::optional<Decimal> total = Decimal(0);
        std::size_t given = 0;
        for (std::size_t i = 0; i < wanted_.parts.size(); ++i) {
            const auto& share = wanted_.parts[i].share;
            if (!share) continue;
            ++given;
            if (*share <= Decimal(0)) say("reorganisation.share_not_positive", field("share", i));
            if (total) total = add(*total, *share);
        }
        if (given == 0) return;
        if (given != wanted_.parts.size() || !total || *total != Decimal(100))
            say("reorganisation.shares_not_whole", "share_1");
    }

    void take_part(std::size_t index)
    {
        const auto& part = wanted_.parts[index];
        const auto id = part.existing.empty() ? made(index) : existing(index);
        if (!id) return;
        for (const auto& ended : effect_.ended)
            effect_.successions.push_back(
                {ended.id, *id, wanted_.on, succession_of(wanted_.kind), part.share}
            );
    }

    std::optional<UnitId> existing(std::size_t index)
    {
        const auto& id = wanted_.parts[index].existing;
        const auto* unit = units_.find(id);
        const auto is_old = std::ranges::find(wanted_.old_units, id) != wanted_.old_units.end();
        const bool is_twice = std::ranges::find(targets_, id) != targets_.end();
        if (unit == nullptr || is_old || is_twice || !unit->is_valid_on(wanted_.on)) {
            say("reorganisation.target_not_usable", field("existing", index));
            return std::nullopt;
        }
        targets_.push_back(id);
        return id;
    }

    std::optional<UnitId> made(std::size_t index)
    {
        Unit unit = wanted_.parts[index].unit;
        if (!effect_.ended.empty()) fill_from_old(unit, effect_.ended.front());
        if (squeeze(unit.name).empty()) say("unit_admin.name_missing", field("name", index));
        if (squeeze(unit.short_name).empty())
            say("unit_admin.short_name_missing", field("short_name", index));
        if (!unit.parent.empty() && units_.find(unit.parent) == nullptr)
            say("unit_admin.unknown", field("parent", index), {{"unit", unit.parent.str()}});
        if (!error_.problems.empty()) return std::nullopt;
        unit.valid_from = wanted_.on;
        unit.valid_to.reset();
        unit.id = free_unit_id(known_, unit);
        auto units = known_.units();
        units.push_back(unit);
        known_ = UnitDirectory(std::move(units), {});
        effect_.added.push_back(unit);
        return unit.id;
    }

    /// A unit that only changes its name or superior is otherwise what it was.
    void fill_from_old(Unit& unit, const Unit& old) const
    {
        unit.kind = old.kind;
        const bool is_renaming = wanted_.kind == ReorganisationKind::renaming;
        const bool is_moving = wanted_.kind == ReorganisationKind::moving;
        if (is_moving) {
            const auto parent = unit.parent;
            unit = old;
            unit.parent = parent;
        } else if (unit.parent.empty()) {
            unit.parent = old.parent;
        }
        if (is_renaming) {
            unit.contact = old.contact;
            if (unit.code.empty()) unit.code = old.code;
        }
    }

    const UnitDirectory& units_;
    const Reorganisation& wanted_;
    UnitDirectory known_;
    std::vector<UnitId> targets_;
    ReorganisationEffect effect_;
    Error error_{Refusal::invalid, {}};
};

} // namespace

Result<ReorganisationEffect>
effect_of(const UnitDirectory& units, const Reorganisation& reorganisation)
{
    const bool needs_part = reorganisation.kind != ReorganisationKind::closing;
    if (needs_part && reorganisation.parts.empty())
        return refuse(Refusal::invalid, "unit_admin.name_missing", {}, "name_1");
    return Planner(units, reorganisation).run();
}

UnitDirectory with_effect(const UnitDirectory& units, const ReorganisationEffect& effect)
{
    auto all = units.units();
    for (const auto& ended : effect.ended)
        *std::ranges::find(all, ended.id, &Unit::id) = ended;
    all.insert(all.end(), effect.added.begin(), effect.added.end());
    auto successions = units.successions();
    successions.insert(successions.end(), effect.successions.begin(), effect.successions.end());
    return UnitDirectory(std::move(all), std::move(successions));
}

const char* name_of(ReorganisationKind kind)
{
    return std::ranges::find(names, kind, [](const auto& entry) { return entry.first; })->second;
}

std::optional<ReorganisationKind> reorganisation_kind_named(std::string_view name)
{
    for (const auto& [kind, each] : names)
        if (each == name) return kind;
    return std::nullopt;
}

UnitId free_unit_id(const UnitDirectory& units, const Unit& unit)
{
    const auto wanted = slug(unit.short_name);
    UnitId id(wanted);
    for (int number = 2; units.find(id) != nullptr; ++number)
        id = UnitId(fmt::format("{}-{}", wanted, number));
    return id;
}

} // namespace tiendo
