#pragma once

#include "documents/reading/read_quantities.hpp"
#include "documents/text/outline.hpp"

#include <vector>

namespace tiendo::documents {

/// Named events with their days: "Tháng hành động ... (từ ngày 15 tháng 11 đến ngày 15 tháng 12)".
std::vector<ReadEvent> read_events(const Node& root, const TargetFrame& frame);

} // namespace tiendo::documents
