#pragma once

#include "domain/quality/data_questions.hpp"

#include <vector>

namespace tiendo {

/// Where one body's numbers of men and women in one measure are not its number of all in another.
void ask_across_measures(
    const std::vector<MeasureFigure>& rows, std::vector<DataQuestion>& questions
);

/// Where two agencies count one thing differently, or an agency reports what its communes report.
void ask_across_units(
    const std::vector<MeasureFigure>& rows,
    const UnitDirectory& units,
    std::vector<DataQuestion>& questions
);

/// Where the quarters of a year, or other periods that make up the whole, have another sum.
void ask_across_periods(
    const std::vector<MeasureFigure>& rows,
    const PeriodId& period,
    const QuestionContext& context,
    std::vector<DataQuestion>& questions
);

} // namespace tiendo
