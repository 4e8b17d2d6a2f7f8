#pragma once

#include "domain/report/consolidated_report.hpp"

#include <string>

/// Figures in words that the office wrote by hand: places that are filled anew each time ("{3.2a}",
/// "{3.2a số đếm}").
namespace tiendo {

/// The words with each place filled from the figures; the numbers carry their sources. What is no
/// place stays as it was typed.
Runs with_figures(
    const std::string& text, const ReportMaterial& material, const OfficialWords& say
);

} // namespace tiendo
