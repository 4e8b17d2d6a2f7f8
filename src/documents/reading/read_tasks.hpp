#pragma once

#include "documents/reading/read_objectives.hpp"

namespace tiendo::documents {

/// Every task of the sections about tasks and of the tables that assign them.
std::vector<ReadTask>
read_tasks(const Node& root, const ObjectivesRead& objectives, const TargetFrame& frame);

/// The deadline that a time cell or a sentence names; none for "thường xuyên".
std::optional<Date>
read_deadline(const std::string& text, const TargetFrame& frame, bool whole_text_is_time);

} // namespace tiendo::documents
