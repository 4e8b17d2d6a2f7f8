#pragma once

#include "app/work.hpp"

#include <string>
#include <vector>

namespace tiendo::app {

/// Further positions of one account (docs/limits.md).
inline constexpr std::size_t positions_max = 12;

/// All positions of that person: the account's own first.
std::vector<Position> positions_of(Work& work, const std::string& login);

/// A further position besides the account's own; in a unit in which the person has one already, its
/// roles are replaced. Acts on the next request. Needs Right::manage_accounts.
Result<Done> give_position(Work& work, const std::string& login, const Position& position);
/// Sessions that work in it go on in the account's own. Needs Right::manage_accounts.
Result<Done> end_position(Work& work, const std::string& login, const UnitId& unit);

/// The session works in that position of its person from now on; refused for one that the person
/// does not hold.
Result<Done> change_position(Work& work, const std::string& session_digest, const UnitId& unit);

} // namespace tiendo::app
