#pragma once

#include "app/figure/figures.hpp"
#include "web/messages.hpp"
#include "web/views/view.hpp"

namespace tiendo::web {

enum class MatrixMode { results, completeness, counts };

/// What the cells are drawn from.
struct MatrixSeen {
    app::PlanFigures figures{};
    UnitDirectory directory{};
    std::vector<UnitOnMap> columns{};
    Date day{};
    MatrixMode mode = MatrixMode::results;
};

/// One cell: its short text, look, address, and the full sentence that is its accessible name. Not
/// asked of those units: a dash without a link.
view::Object matrix_cell(
    const MatrixSeen& seen, const MeasureFigure& row, const UnitOnMap& column, const Wording& words
);
/// The whole district's cell of a row.
view::Object matrix_total(const MatrixSeen& seen, const MeasureFigure& row, const Wording& words);

/// Those of a column that answer the measure.
std::vector<UnitId> asked_of(const Measure& measure, const UnitOnMap& column);

} // namespace tiendo::web
