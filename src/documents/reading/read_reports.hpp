#pragma once

#include "documents/reading/read_quantities.hpp"
#include "documents/text/outline.hpp"

#include <vector>

namespace tiendo::documents {

/// Every reporting obligation, wherever the document states it.
std::vector<ReadReport>
read_reports(const Node& root, const std::vector<ReadDuty>& duties, const TargetFrame& frame);

} // namespace tiendo::documents
