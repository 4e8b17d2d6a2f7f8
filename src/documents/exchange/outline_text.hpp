#pragma once

#include "domain/plan/plan_reading.hpp"

#include <string>

namespace tiendo::documents {

/// The reading as a person reads it: what `tiendo read FILE` prints. In Vietnamese, because it
/// shows a Vietnamese document; its words are vocabulary/outline_words.txt.
std::string outline_text(const PlanReading& plan);

} // namespace tiendo::documents
