#pragma once

#include "app/work.hpp"

namespace tiendo::app {

/// A new unit; its id is made from its short name. All need Right::manage_units.
Result<UnitId> add_unit(Work& work, const Unit& unit);
/// Names, kind, code, aliases, contact, days of validity. The id stays.
Result<Done> change_unit(Work& work, const Unit& unit);
/// The contact alone, for use cases that have settled who may.
Result<Done> keep_contact(Work& work, const Unit& unit);

} // namespace tiendo::app
