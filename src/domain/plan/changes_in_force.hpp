#pragma once

#include "domain/plan/plan.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tiendo {

/// The value of "finding/<key>" that takes back what was decided about the finding before.
inline constexpr std::string_view undone = "undone";

/// The finding that the change decides about; empty where it is about none.
std::string finding_of(const PlanChange& change);

/// The changes without those that a later one took back, and without what took them back. Nothing
/// is forgotten by it: all stay kept, each with who and when.
std::vector<PlanChange> changes_in_force(const std::vector<PlanChange>& changes);

/// What was recorded after the change numbered `seen` about the same field or the same finding, by
/// whoever; none where the person who decides has seen all of it.
const PlanChange*
changed_since(const std::vector<PlanChange>& changes, int seen, const PlanChange& change);

} // namespace tiendo
