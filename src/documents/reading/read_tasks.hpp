#pragma once

#include "documents/reading/read_objectives.hpp"

namespace tiendo::documents {

/// Every task of the sections about tasks and of the tables that assign them.
std::vector<ReadTask>
read_tasks(const Node& root, const ObjectivesRead& objectives, const TargetFrame& frame);

} // namespace tiendo::documents
