#pragma once

#include "app/figure/held_period.hpp"

#include <optional>
#include <vector>

namespace tiendo::app {

/// A measure over the periods since the year began, by the entry's rule over time.
struct YearFigure {
    std::vector<PeriodId> periods{}; ///< the last one is the period itself
    std::vector<PeriodId> without{}; ///< those of them of which nobody has said anything
    Figure figure{};
    Judgement judgement{};
};

/// None in the first period of a year, and where periods are whole years.
std::optional<YearFigure> over_year(const HeldPeriod& held, const MeasureFigure& row);

} // namespace tiendo::app
