#pragma once

#include "app/work.hpp"
#include "domain/org/unit.hpp"

namespace tiendo::app {

/// All units, past and present. Read with the transaction; no right is needed to know them.
UnitDirectory directory(Work& work);

/// Which days offices work, with the holidays that the office keeps.
WorkingDays working_days(Work& work);

} // namespace tiendo::app
