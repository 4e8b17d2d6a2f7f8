#include "app/org/reorganisations.hpp"

#include "app/org/directory.hpp"
#include "app/org/reorganisation_effect.hpp"
#include "app/org/reorganised_people.hpp"
#include "app/org/unit_records.hpp"
#include "app/period/periods.hpp"
#include "app/plan/plans.hpp"
#include "base/id.hpp"
#include "documents/exchange/reorganisation_json.hpp"
#include "domain/org/unit_map.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace tiendo::app {
namespace {

constexpr const char* kind_of_change = "reorganisation";
constexpr const char* received = "received";
constexpr const char* taken = "taken";
constexpr const char* undone = "undone";

bool holds(const std::vector<UnitId>& units, const UnitId& unit)
{
    return std::ranges::find(units, unit) != units.end();
}

/// Whether each report is counted once: what of it goes to units of the map, known apart or not,
/// makes the whole.
bool is_whole(const UnitMap& map, const std::vector<UnitId>& units)
{
    std::map<UnitId, std::optional<ExactShare>> totals;
    for (const auto& part : map.parts) {
        auto& total = totals.try_emplace(part.from, ExactShare{0, 1}).first->second;
        total = total && part.share ? add(*total, *part.share) : std::nullopt;
    }
    return std::ranges::all_of(units, [&](const UnitId& unit) {
        const auto total = totals.find(unit);
        return total != totals.end() && (!total->second || total->second->is_whole());
    });
}

Result<std::vector<TouchedPeriod>>
touched_periods(Work& work, const Reorganisation& wanted, const ReorganisationEffect& effect)
{
    const auto before = directory(work);
    const auto after = with_effect(before, effect);
    std::vector<TouchedPeriod> touched;
    for (const auto& plan : TRY(plans(work))) {
        for (const auto& period : TRY(periods_of(work, plan.id))) {
            TouchedPeriod line{plan.id, plan.title, period.id};
            for (const auto& unit : period.units)
                if (holds(wanted.old_units, unit)) ++line.units;
            if (line.units == 0) continue;
            for (const auto& sent :
                 work.kept.submissions().newest_of_period(TRY(number_of(plan.id)), period.id.str()))
                if (holds(wanted.old_units, UnitId(sent.report.unit))) ++line.reported;
            const auto map_before = unit_map(period.units, before, wanted.on);
            const auto map_after = unit_map(period.units, after, wanted.on);
            line.is_open = period.state == PeriodState::open;
            line.rows_before = static_cast<int>(map_before.units.size());
            line.rows_after = static_cast<int>(map_after.units.size());
            line.is_whole = is_whole(map_before, period.units) && is_whole(map_after, period.units);
            touched.push_back(std::move(line));
        }
    }
    return touched;
}

UnitId only_successor(const ReorganisationEffect& effect)
{
    std::set<UnitId> successors;
    for (const auto& link : effect.successions)
        successors.insert(link.to);
    return successors.size() == 1 ? *successors.begin() : UnitId{};
}

Result<Done> put_ended(Work& work, const Unit& unit)
{
    const auto kept = TRY(work.kept.units().get(unit.id.str()));
    (void)TRY(work.kept.units().put(record_from(unit, kept.revision)));
    return done;
}

Result<store::UnitChange> change_of(Work& work, const std::string& id, const char* state)
{
    TRY(require(work, Right::manage_units));
    auto change = TRY(work.kept.unit_changes().get(id));
    if (change.kind != kind_of_change || change.state != state)
        return refuse(Refusal::not_found, "unit_change.unknown");
    return change;
}

/// Whether a unit that took over was asked, or has sent, anything since.
Result<Done>
tell_reports(Work& work, const store::UnitChange& change, const EffectKept& effect, Error& error)
{
    for (const auto& plan : TRY(plans(work))) {
        for (const auto& period : TRY(periods_of(work, plan.id)))
            for (const auto& unit : effect.added)
                if (holds(period.units, unit))
                    error.problems.push_back(
                        {"reorganisation.is_asked",
                         {{"unit", unit.str()}, {"period", period.id.str()}}}
                    );
        for (const auto& sent : work.kept.submissions().newest_of_plan(TRY(number_of(plan.id)))) {
            const UnitId unit(sent.report.unit);
            const bool is_since = change.at <= sent.at && holds(effect.targets, unit);
            if (is_since || holds(effect.added, unit))
                error.problems.push_back({"reorganisation.has_reported", {{"unit", unit.str()}}});
        }
    }
    return done;
}

bool has_moved(const EffectKept& effect, const std::string& login)
{
    return std::ranges::find(effect.positions, login, &PositionKept::login) !=
           effect.positions.end();
}

/// Everything that was built upon it since.
Result<std::vector<Problem>>
what_keeps_it(Work& work, const store::UnitChange& change, const EffectKept& effect)
{
    Error error;
    const auto units = directory(work);
    for (const auto& unit : effect.added) {
        if (!units.successions_from(unit).empty() || !units.children_of(unit).empty())
            error.problems.push_back({"reorganisation.was_built_upon", {{"unit", unit.str()}}});
        for (const auto& account : work.kept.accounts().all())
            if (account.unit == unit.str() && !effect.accounts.contains(account.login))
                error.problems.push_back({"reorganisation.has_account", {{"login", account.login}}}
                );
        for (const auto& position : work.kept.accounts().positions())
            if (position.unit == unit.str() && !has_moved(effect, position.login))
                error.problems.push_back({"reorganisation.has_account", {{"login", position.login}}}
                );
    }
    for (const auto& [id, last_day] : effect.ended) {
        const auto* unit = units.find(id);
        if (unit == nullptr || unit->valid_to != add_days(effect.on, -1))
            error.problems.push_back({"reorganisation.was_built_upon", {{"unit", id.str()}}});
    }
    TRY(tell_reports(work, change, effect, error));
    for (auto& problem : error.problems)
        if (const auto named = problem.args.find("unit"); named != problem.args.end())
            if (const auto* unit = units.find(UnitId(named->second))) named->second = unit->name;
    return std::move(error.problems);
}

} // namespace

Result<ReorganisationPreview> preview_reorganisation(Work& work, const Reorganisation& wanted)
{
    TRY(require(work, Right::manage_units));
    ReorganisationPreview preview;
    preview.wanted = wanted;
    preview.effect = TRY(effect_of(directory(work), wanted));
    preview.periods = TRY(touched_periods(work, wanted, preview.effect));
    preview.accounts = people_of(work, wanted.old_units);
    preview.accounts_to = only_successor(preview.effect);
    return preview;
}

Result<std::string> prepare_reorganisation(Work& work, const Reorganisation& wanted)
{
    TRY(preview_reorganisation(work, wanted));
    store::UnitChange change;
    change.id = new_uuid7(work.now.seconds * 1000);
    change.kind = kind_of_change;
    change.body = documents::to_json(wanted);
    change.state = received;
    change.by = work.actor.login;
    change.at = work.now;
    work.kept.unit_changes().add(change);
    return change.id;
}

Result<Reorganisation> prepared_reorganisation(Work& work, const std::string& id)
{
    return documents::parse_reorganisation(TRY(change_of(work, id, received)).body);
}

Result<Done> reorganise(Work& work, const std::string& id, bool move_accounts)
{
    const auto prepared = TRY(prepared_reorganisation(work, id));
    const auto preview = TRY(preview_reorganisation(work, prepared));
    const auto& [wanted, effect, periods, accounts, accounts_to] = preview;
    EffectKept kept;
    kept.on = wanted.on;
    const auto units = directory(work);
    for (const auto& unit : effect.added) {
        (void)TRY(work.kept.units().put(record_from(unit, 0)));
        kept.added.push_back(unit.id);
    }
    for (const auto& unit : effect.ended) {
        kept.ended.emplace_back(unit.id, units.find(unit.id)->valid_to);
        TRY(put_ended(work, unit));
    }
    for (const auto& link : effect.successions) {
        work.kept.units().add(record_from(link));
        if (!holds(kept.targets, link.to)) kept.targets.push_back(link.to);
    }
    if (move_accounts && !accounts_to.empty())
        TRY(move_people(work, wanted.old_units, accounts_to, kept));
    work.kept.unit_changes().set_state(id, taken, to_json(kept));
    record(
        work, "unit.reorganised", {.unit = wanted.old_units.front(), .thing = iso_date(wanted.on)}
    );
    return done;
}

Result<std::vector<MadeReorganisation>> reorganisations(Work& work)
{
    TRY(require(work, Right::manage_units));
    std::vector<MadeReorganisation> made;
    for (const auto& change : work.kept.unit_changes().made(kind_of_change)) {
        MadeReorganisation line;
        line.id = change.id;
        line.what = TRY(documents::parse_reorganisation(change.body));
        line.by = person_named(work, change.by);
        line.at = change.at;
        line.is_undone = change.state == undone;
        if (!line.is_undone) {
            const auto effect = TRY(parse_effect(change.effect));
            line.keeps_it = TRY(what_keeps_it(work, change, effect));
        }
        made.push_back(std::move(line));
    }
    return made;
}

Result<Done> undo_reorganisation(Work& work, const std::string& id)
{
    const auto change = TRY(change_of(work, id, taken));
    const auto effect = TRY(parse_effect(change.effect));
    auto keeps_it = TRY(what_keeps_it(work, change, effect));
    if (!keeps_it.empty()) return Error{Refusal::conflict, std::move(keeps_it)};
    const auto units = directory(work);
    for (const auto& [unit, last_day] : effect.ended) {
        for (const auto* link : units.successions_from(unit))
            if (link->on == effect.on) work.kept.units().remove(record_from(*link));
        auto restored = *units.find(unit);
        restored.valid_to = last_day;
        TRY(put_ended(work, restored));
    }
    if (effect.targets.size() == 1) TRY(move_people_back(work, effect.targets.front(), effect));
    for (const auto& unit : effect.added)
        work.kept.units().remove(unit.str());
    work.kept.unit_changes().set_state(id, undone, change.effect);
    record(
        work,
        "unit.reorganisation_undone",
        {.unit = effect.ended.empty() ? UnitId{} : effect.ended.front().first,
         .thing = iso_date(effect.on)}
    );
    return done;
}

} // namespace tiendo::app
