#pragma once

#include "domain/indicator/plan_figures.hpp"
#include "domain/org/unit.hpp"
#include "web/messages.hpp"
#include "web/views/view.hpp"

#include <string>
#include <vector>

namespace tiendo::web::view {

/// Why a result is what it is, in at most three lines: the rule with its numbers; whose data are
/// missing or miss the condition; the least that would change it.
std::vector<std::string>
why_lines(const MeasureFigure& row, const UnitDirectory& directory, const Wording& words);

/// The same for templates, as `line`s.
List why_list(const MeasureFigure& row, const UnitDirectory& directory, const Wording& words);

} // namespace tiendo::web::view
