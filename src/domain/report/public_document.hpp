#pragma once

#include "domain/report/consolidated_report.hpp"
#include "domain/report/figure_table.hpp"

namespace tiendo {

/// The public version of the standard table as a notice in the form of Decree 30/2020. `table` is
/// what may go out (public_table.hpp): nothing else of the figures is in it.
OfficialDocument
public_document(const ReportMaterial& material, const FigureTable& table, const OfficialWords& say);

} // namespace tiendo
