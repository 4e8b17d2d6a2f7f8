#include "app/org/reorganised_people.hpp"

#include "app/admin/account_records.hpp"

#include <algorithm>

namespace tiendo::app {
namespace {

bool holds(const std::vector<UnitId>& units, const std::string& unit)
{
    return std::ranges::find(units, UnitId(unit)) != units.end();
}

/// One person's positions on their way.
class Move {
public:
    Move(
        Work& work, store::AccountRecord account, const std::vector<UnitId>& units, const UnitId& to
    )
        : work_(work), account_(std::move(account)), units_(units), to_(to.str()),
          further_(work.kept.accounts().positions_of(account_.login))
    {
    }

    Result<Done> make(EffectKept& effect)
    {
        const bool own_moves = holds(units_, account_.unit);
        if (own_moves) effect.accounts.emplace(account_.login, account_.unit);
        if (own_moves) account_.unit = to_;
        const bool is_own = account_.unit == to_;
        auto roles = is_own ? roles_in(account_.roles) : std::set<Role>{};
        for (const auto& position : further_) {
            if (!holds(units_, position.unit) && position.unit != to_) continue;
            effect.positions.push_back({position.login, UnitId(position.unit), position.roles});
            roles.merge(roles_in(position.roles));
            const bool stays = position.unit == to_ && !is_own;
            work_.kept.accounts().work_elsewhere(
                account_.login, position.unit, is_own ? std::string() : to_
            );
            if (!stays) work_.kept.accounts().remove_position(account_.login, position.unit);
        }
        if (!is_own) {
            work_.kept.accounts().put(store::PositionRecord{account_.login, to_, roles_text(roles)}
            );
            return done;
        }
        if (roles != roles_in(account_.roles)) {
            effect.own_roles.emplace(account_.login, account_.roles);
            account_.roles = roles_text(roles);
        }
        TRY(work_.kept.accounts().put(account_));
        return done;
    }

private:
    Work& work_;
    store::AccountRecord account_;
    const std::vector<UnitId>& units_;
    std::string to_;
    std::vector<store::PositionRecord> further_;
};

/// Those who hold no position of the successor any more.
bool has_left(Work& work, const store::AccountRecord& account, const UnitId& to)
{
    return !actor_in(work, account, to.str());
}

} // namespace

std::vector<TouchedAccount> people_of(Work& work, const std::vector<UnitId>& units)
{
    std::vector<TouchedAccount> people;
    const auto further = work.kept.accounts().positions();
    for (const auto& account : work.kept.accounts().all()) {
        if (account.disabled) continue;
        if (holds(units, account.unit))
            people.push_back({account.login, account.name, UnitId(account.unit), false});
        for (const auto& position : further)
            if (position.login == account.login && holds(units, position.unit))
                people.push_back({account.login, account.name, UnitId(position.unit), true});
    }
    return people;
}

Result<Done>
move_people(Work& work, const std::vector<UnitId>& units, const UnitId& to, EffectKept& effect)
{
    std::set<std::string> logins;
    for (const auto& person : people_of(work, units))
        logins.insert(person.login);
    for (const auto& login : logins) {
        auto account = TRY(work.kept.accounts().get(login));
        TRY(Move(work, std::move(account), units, to).make(effect));
    }
    return done;
}

Result<Done> move_people_back(Work& work, const UnitId& to, const EffectKept& effect)
{
    std::set<std::string> logins;
    for (const auto& [login, unit] : effect.accounts)
        logins.insert(login);
    for (const auto& position : effect.positions)
        logins.insert(position.login);
    for (const auto& login : logins) {
        auto account = TRY(work.kept.accounts().get(login));
        if (has_left(work, account, to)) continue;
        std::vector<store::PositionRecord> before;
        for (const auto& position : effect.positions)
            if (position.login == login)
                before.push_back({login, position.unit.str(), position.roles});
        // Of several positions nobody can say in which of them a program works.
        if (before.size() == 1 && account.unit != to.str())
            work.kept.accounts().work_elsewhere(login, to.str(), before.front().unit);
        work.kept.accounts().remove_position(login, to.str());
        for (const auto& position : before)
            work.kept.accounts().put(position);
        if (const auto unit = effect.accounts.find(login); unit != effect.accounts.end())
            account.unit = unit->second.str();
        if (const auto roles = effect.own_roles.find(login); roles != effect.own_roles.end())
            account.roles = roles->second;
        TRY(work.kept.accounts().put(account));
    }
    return done;
}

} // namespace tiendo::app
