#pragma once

#include "domain/period/holidays.hpp"

namespace tiendo::documents {

/// data/holidays.json
const Holidays& embedded_holidays();

} // namespace tiendo::documents
