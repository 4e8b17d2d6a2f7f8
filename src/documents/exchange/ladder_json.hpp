#pragma once

#include "base/result.hpp"
#include "domain/chase/ladder.hpp"

#include <string>
#include <string_view>

namespace tiendo::documents {

std::string to_json(const Ladder& ladder);
Result<Ladder> parse_ladder(std::string_view json);

} // namespace tiendo::documents
