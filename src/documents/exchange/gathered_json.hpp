#pragma once

#include "base/result.hpp"
#include "domain/report/consolidated_report.hpp"

#include <map>
#include <string>
#include <string_view>

namespace tiendo::documents {

/// The office's choices about one part, as they are kept.
std::string to_json(const std::map<std::string, GatheredChoice>& choices);
Result<std::map<std::string, GatheredChoice>> parse_gathered_choices(std::string_view text);

} // namespace tiendo::documents
