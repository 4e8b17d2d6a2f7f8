#pragma once

#include "domain/indicator/forecast.hpp"
#include "web/messages.hpp"

#include <string>
#include <vector>

namespace tiendo::web::view {

/// "khoảng 52% (từ 50,8% đến 53,2%)", by sex where it is.
std::string
forecast_value(const ForecastPart& part, const MeasureFigure& row, const Wording& words);

/// What the forecast says and how it was made, sentence by sentence; or why there is none. Nothing
/// where none is needed.
std::vector<std::string>
forecast_lines(const Forecast& forecast, const MeasureFigure& row, const Wording& words);

} // namespace tiendo::web::view
