#pragma once

#include "documents/reading/check_reading.hpp"

namespace tiendo::documents {

/// Numbers that contradict each other or themselves, targets without number, owner or task.
void check_targets(const CheckInput& input, FindingList& findings);

} // namespace tiendo::documents
