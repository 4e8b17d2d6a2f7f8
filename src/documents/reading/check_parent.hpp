#pragma once

#include "domain/plan/parent_comparison.hpp"

namespace tiendo::documents {

/// The plan's targets beside those of the plan above; with the phrases that narrow what is counted
/// from the vocabulary.
std::vector<ComparedTarget>
compared_with_parent(const std::vector<ReadTarget>& own, const std::vector<ReadTarget>& parent);

/// Adds what a careful clerk would ask about a plan beside the one above it: parent_target_lower,
/// parent_target_missing, parent_unit_differs, parent_wording_differs.
void check_against_parent(PlanReading& plan, const PlanReading& parent);

} // namespace tiendo::documents
