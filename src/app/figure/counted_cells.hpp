#pragma once

#include "app/work.hpp"
#include "domain/indicator/contribution.hpp"
#include "domain/submission/report_state.hpp"

#include <map>

namespace tiendo::app {

/// What one unit's version says, by measure.
using UnitCells = std::map<MeasureId, Contributions::Shared>;

/// The cells of a version that counts, its report being in that stage.
UnitCells counted_cells(const store::SubmissionRecord& record, Stage stage);
/// Those of an earlier period, which count as they were.
UnitCells cells_taken_over(const store::SubmissionRecord& record);

} // namespace tiendo::app
