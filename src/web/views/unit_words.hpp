#pragma once

#include "domain/org/unit.hpp"
#include "web/messages.hpp"

#include <string>
#include <vector>

namespace tiendo::web::view {

/// "Sa Loong"; the id of a unit that nobody knows.
std::string short_name(const UnitDirectory& directory, const UnitId& unit);

/// "Sa Loong, Đắk Dục"; of very many the first, and how many more.
std::string
unit_names(const std::vector<UnitId>& units, const UnitDirectory& directory, const Wording& words);

/// The same of names that are known already.
std::string names_together(std::vector<std::string> names, const Wording& words);

} // namespace tiendo::web::view
