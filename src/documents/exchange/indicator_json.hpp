#pragma once

#include "base/result.hpp"
#include "domain/indicator/indicator.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tiendo::documents {

std::string to_json(const Indicator& indicator);
Result<Indicator> parse_indicator(std::string_view json);

/// The library that the product brings along: data/indicators.json.
const std::vector<Indicator>& embedded_indicators();

} // namespace tiendo::documents
