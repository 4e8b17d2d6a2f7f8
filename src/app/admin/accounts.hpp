#pragma once

#include "app/work.hpp"

#include <set>
#include <string>
#include <vector>

namespace tiendo::app {

/// An account as lists and forms show it.
struct Account {
    std::string login{};
    std::string name{};
    UnitId unit{};
    std::set<Role> roles{};
    bool disabled = false;
    bool has_password = false;
    std::int64_t revision = 0;         ///< as it was read; 0 for a new one
    std::vector<Position> positions{}; ///< further ones (app/admin/positions.hpp)
    std::string email{};               ///< where mails to the person go; empty: none are sent
};

Account account_from(Work& work, const store::AccountRecord& record);

/// Whether the actor is the leader of everything that the account opens: whoever holds a code for
/// it could take its place, also where it reaches beyond the leader's unit.
bool leads_all_of(const Actor& actor, const Account& account);

/// By login. An administrator sees all, the leader of a unit those who work in it.
Result<std::vector<Account>> accounts(Work& work);
Result<Account> account_of(Work& work, const std::string& login);

/// Makes an account without a password, or changes name, unit and roles: a code lets the person
/// choose a password. Needs Right::manage_accounts.
Result<Done> add_account(Work& work, const Account& account);
Result<Done> change_account(Work& work, const Account& account);

/// Its sessions end at once. The last administrator stays.
Result<Done> disable_account(Work& work, const std::string& login);
Result<Done> enable_account(Work& work, const std::string& login);

} // namespace tiendo::app
