#pragma once

#include "documents/reading/read_quantities.hpp"

#include <optional>
#include <string>

namespace tiendo::documents {

/// The deadline that a time cell or a sentence names; none for "thường xuyên".
std::optional<Date>
read_deadline(const std::string& text, const TargetFrame& frame, bool whole_text_is_time);

/// "Q.III/2025", "T6/2025", "30/11": columns of times write them short.
std::string spelled_time(const std::string& text);

} // namespace tiendo::documents
