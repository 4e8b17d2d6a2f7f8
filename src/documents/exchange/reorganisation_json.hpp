#pragma once

#include "domain/org/reorganisation.hpp"

#include <string>
#include <string_view>

namespace tiendo::documents {

/// As it waits to be confirmed.
std::string to_json(const Reorganisation& reorganisation);
Result<Reorganisation> parse_reorganisation(std::string_view json);

} // namespace tiendo::documents
