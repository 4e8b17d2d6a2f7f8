#pragma once

#include "domain/org/unit.hpp"
#include "store/units.hpp"

namespace tiendo::app {

/// As they are kept. The revision is the one that was read, 0 for a new unit.
store::UnitRecord record_from(const Unit& unit, std::int64_t revision);
store::Succession record_from(const Succession& succession);

} // namespace tiendo::app
