#pragma once

#include "base/result.hpp"
#include "domain/plan/plan_reading.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tiendo::documents {

/// Plan JSON, version 1: the exchange format of readings.
std::string to_plan_json(const PlanReading& reading);

/// The findings alone, as they stand in Plan JSON.
std::string to_findings_json(const std::vector<Finding>& findings);

/// Refuses what is no Plan JSON ("plan_json.unexpected" names the place) and the not_a_plan object.
/// Members that begin with "_" are remarks and are passed over.
Result<PlanReading> parse_plan_json(std::string_view json);

/// {"format": "tiendo-plan/1", "error": "not_a_plan"}
std::string not_a_plan_json();

} // namespace tiendo::documents
