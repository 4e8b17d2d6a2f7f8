#pragma once

#include "base/result.hpp"
#include "domain/org/unit.hpp"

#include <string_view>

namespace tiendo::web {

/// The unit whose id, name or code was typed; what was typed, where that is no unit or several.
UnitId typed_unit(std::string_view text, const UnitDirectory& directory, Date day);

/// Units by their names or codes, separated by ";" or on lines of their own. Refused where one of
/// them is no unit or several.
Result<std::vector<UnitId>>
typed_units(std::string_view text, const UnitDirectory& directory, Date day);

} // namespace tiendo::web
