#pragma once

#include "app/work.hpp"

#include <string>
#include <vector>

namespace tiendo::app {

/// A new unit; its id is made from its short name. All need Right::manage_units.
Result<UnitId> add_unit(Work& work, const Unit& unit);
/// Names, kind, code, aliases, contact, days of validity. The id stays.
Result<Done> change_unit(Work& work, const Unit& unit);
/// The contact alone, for use cases that have settled who may.
Result<Done> keep_contact(Work& work, const Unit& unit);
/// The last day on which the unit exists.
Result<Done> end_unit(Work& work, const UnitId& unit, Date last_day);

/// Several units become one on a day (sắp xếp đơn vị hành chính): the old ones end on the day
/// before, the new one begins, and takes over from each.
struct Merger {
    std::vector<UnitId> old_units{};
    Unit new_unit{};
    Date on{};
};
Result<UnitId> merge_units(Work& work, const Merger& merger);

} // namespace tiendo::app
