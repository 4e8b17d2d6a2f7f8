#pragma once

#include "base/result.hpp"
#include "domain/history/history_table.hpp"

#include <string>
#include <string_view>

namespace tiendo::documents {

/// What a person said of an office's own table, as it is kept for the next file of its shape.
std::string to_json(const HistoryMapping& mapping);
Result<HistoryMapping> parse_history_mapping(std::string_view text);

} // namespace tiendo::documents
