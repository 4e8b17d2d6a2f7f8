#pragma once

#include "documents/reading/finding_list.hpp"
#include "documents/reading/read_objectives.hpp"
#include "documents/text/outline.hpp"
#include "documents/text/repair.hpp"

namespace tiendo::documents {

/// What is checked once everything has been read.
struct CheckInput {
    const PlanReading& plan;
    const ObjectivesRead& objectives;
    const Node& root;
    const DocumentText& document;
    const std::vector<Repair>& repairs;
    const TargetFrame& frame;
};

void check_reading(const CheckInput& input, FindingList& findings);

} // namespace tiendo::documents
