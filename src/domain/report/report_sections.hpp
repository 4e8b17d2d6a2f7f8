#pragma once

#include "domain/report/report_writer.hpp"

/// The parts of the consolidated report, in the rulings' outline.
namespace tiendo {

/// I. What the units did, from the rows of their activity tables. Nothing is said of a table that
/// nobody filled but that there are no data.
void write_leadership(ReportWriter& report);

/// III. Tasks by objective, then what the plan's closing part asks of each unit.
void write_tasks(ReportWriter& report);

/// IV to VI. What the units wrote, as the office chose and put it in order, after what follows from
/// the figures.
void write_assessment(ReportWriter& report);

/// Phụ lục I to IV; the last one only where somebody has yet to report.
std::vector<Annex> annexes_of(const ReportMaterial& material, const OfficialWords& say);

} // namespace tiendo
