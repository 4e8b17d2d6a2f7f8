#pragma once

#include "app/plan/plans.hpp"

namespace tiendo::app {

/// "under_review", "running", "closed": as it is kept, and as programs are told.
const char* name_of(PlanStage stage);

} // namespace tiendo::app
