#pragma once

#include "domain/disclosure/figure_disclosure.hpp"
#include "domain/report/figure_table.hpp"

#include <vector>

namespace tiendo {

/// The table as it may leave the reporting line: what is hidden is not in it, neither as a number
/// nor as a verdict that would tell on which side of the target it lies.
FigureTable
public_table(FigureTable table, const std::vector<DisclosureLine>& lines, const OfficialWords& say);

} // namespace tiendo
