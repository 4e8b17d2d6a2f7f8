#pragma once

#include "app/work.hpp"
#include "domain/indicator/contribution.hpp"
#include "domain/submission/report_state.hpp"

#include <map>

namespace tiendo::app {

/// What one unit's version says, by measure.
using UnitCells = std::map<MeasureId, Contributions::Shared>;

/// The cells of a version, its report being in that stage.
UnitCells cells_of(const store::SubmissionRecord& record, Stage stage);
/// The same where the version counts. History of earlier years, from outside any workflow, counts
/// as it was taken over.
UnitCells counted_cells(const store::SubmissionRecord& record, Stage stage);

} // namespace tiendo::app
