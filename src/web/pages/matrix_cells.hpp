#pragma once

#include "app/figure/figures.hpp"
#include "domain/indicator/mapped_figures.hpp"
#include "web/messages.hpp"
#include "web/views/view.hpp"

namespace tiendo::web {

enum class MatrixMode { results, completeness, counts };

/// What the cells are drawn from.
struct MatrixSeen {
    app::PlanFigures figures{};
    UnitDirectory directory{};
    UnitMap map{};                                      ///< of the units that are looked at
    std::map<MeasureId, FiguresOnMap> figures_on_map{}; ///< of those of them that are asked
    Date day{};
    Date today{};
    MatrixMode mode = MatrixMode::results;
};

/// One cell: its short text, look, address, and the full sentence that is its accessible name. Not
/// asked of those units: a dash without a link.
view::Object matrix_cell(
    const MatrixSeen& seen, const MeasureFigure& row, const UnitId& unit, const Wording& words
);
/// What several units have together only.
view::Object
matrix_together(const MatrixSeen& seen, const MeasureFigure& row, const Wording& words);
/// The whole district's cell of a row.
view::Object matrix_total(const MatrixSeen& seen, const MeasureFigure& row, const Wording& words);

/// The measure in the column of a unit; null where nobody in it is asked.
const MappedFigure* mapped_in(const MatrixSeen& seen, const MeasureId& measure, const UnitId& unit);

} // namespace tiendo::web
