#include "app/admin/positions.hpp"

#include "app/admin/account_records.hpp"
#include "app/org/directory.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tiendo::app {
namespace {

/// All that is wrong with it, each at its field.
Result<Done> check(Work& work, const store::AccountRecord& account, const Position& position)
{
    Error error;
    const auto say = [&](const char* key, const char* place) {
        error.problems.push_back({key, {{"login", account.login}}, place});
    };
    if (directory(work).find(position.unit) == nullptr)
        say("account.unit_unknown", "position_unit");
    else if (position.unit.str() == account.unit)
        say("position.is_own", "position_unit");
    if (position.roles.empty()) say("account.role_missing", "position_roles");
    if (!error.problems.empty()) return error;
    const auto held = work.kept.accounts().positions_of(account.login);
    const bool is_new =
        std::ranges::find(held, position.unit.str(), &store::PositionRecord::unit) == held.end();
    if (is_new && held.size() >= positions_max)
        return refuse(
            Refusal::invalid,
            "position.too_many",
            {{"max", fmt::format("{}", positions_max)}},
            "position_unit"
        );
    return done;
}

} // namespace

std::vector<Position> positions_of(Work& work, const std::string& login)
{
    std::vector<Position> positions;
    const auto account = work.kept.accounts().get(login);
    if (!account) return positions;
    positions.push_back({UnitId(account->unit), roles_in(account->roles)});
    for (const auto& further : work.kept.accounts().positions_of(login))
        positions.push_back({UnitId(further.unit), roles_in(further.roles)});
    return positions;
}

Result<Done> give_position(Work& work, const std::string& login, const Position& position)
{
    TRY(require(work, Right::manage_accounts));
    const auto account = TRY(work.kept.accounts().get(login));
    TRY(check(work, account, position));
    const auto before = administrators(work);
    work.kept.accounts().put(
        store::PositionRecord{login, position.unit.str(), roles_text(position.roles)}
    );
    TRY(keep_an_administrator(work, before));
    record(
        work,
        "position.given",
        {.unit = position.unit, .thing = login},
        fmt::format(R"({{"roles":"{}"}})", roles_text(position.roles))
    );
    return done;
}

Result<Done> end_position(Work& work, const std::string& login, const UnitId& unit)
{
    TRY(require(work, Right::manage_accounts));
    const auto before = administrators(work);
    if (!work.kept.accounts().remove_position(login, unit.str()))
        return refuse(Refusal::not_found, "position.not_held");
    TRY(keep_an_administrator(work, before));
    record(work, "position.ended", {.unit = unit, .thing = login});
    return done;
}

Result<Done> change_position(Work& work, const std::string& session_digest, const UnitId& unit)
{
    TRY(require(work, Right::signed_in));
    const auto account = TRY(work.kept.accounts().get(work.actor.login));
    if (!actor_in(work, account, unit.str()))
        return refuse(Refusal::not_found, "position.not_held");
    const bool is_own = unit.str() == account.unit;
    work.kept.sessions().work_for(session_digest, is_own ? std::string() : unit.str());
    record_beside_story(
        work, account.login, "position.changed", {.unit = unit, .thing = account.login}
    );
    return done;
}

} // namespace tiendo::app
