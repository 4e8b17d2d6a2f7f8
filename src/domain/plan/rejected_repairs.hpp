#pragma once

#include "domain/plan/plan.hpp"

namespace tiendo {

/// The reading with the words as written wherever a person rejected their repair: the newest change
/// of "finding/<key>" is "rejected". An accepted repair stays, and so does one nobody looked at.
PlanReading with_rejected_repairs(PlanReading reading, const std::vector<PlanChange>& changes);

} // namespace tiendo
