#pragma once

#include "domain/indicator/forecast.hpp"
#include "domain/indicator/plan_figures.hpp"

#include <string>
#include <vector>

namespace tiendo::documents {

/// The figures of a period for programs: an array with one object for each measure. Numbers are
/// exact texts, so that no program rounds them on the way; what is not known is null. The
/// forecasts, one for each row, stand apart from the figures.
std::string to_json(const std::vector<MeasureFigure>& rows, const std::vector<Forecast>& forecasts);

} // namespace tiendo::documents
