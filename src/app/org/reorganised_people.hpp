#pragma once

#include "app/org/reorganisation_effect.hpp"
#include "app/org/reorganisations.hpp"
#include "app/work.hpp"

#include <vector>

namespace tiendo::app {

/// Who belongs to the units by their account or by a further position, in the order of the logins.
/// Accounts that are disabled stay where they are.
std::vector<TouchedAccount> people_of(Work& work, const std::vector<UnitId>& units);

/// They belong to `to` from now on, with the roles that they had, and so do their sessions and
/// access tokens. Who held several of these positions holds one, with the roles of all. What
/// undoing it needs goes into `effect`.
Result<Done>
move_people(Work& work, const std::vector<UnitId>& units, const UnitId& to, EffectKept& effect);

/// Everybody who moved is where they were. A position at `to` that was ended since is not given
/// back.
Result<Done> move_people_back(Work& work, const UnitId& to, const EffectKept& effect);

} // namespace tiendo::app
