#pragma once

#include "domain/plan/plan.hpp"
#include "web/request.hpp"

#include <string>
#include <string_view>

/// The addresses below one plan.
namespace tiendo::web {

PlanId plan_in_path(const Request& request);

/// "/ke-hoach/7/ra-soat" for "ra-soat".
std::string plan_path(const PlanId& plan, std::string_view page);

/// For anchors and ids: "measure/3.2a/value" becomes "measure-3-2a-value".
std::string anchor_of(std::string_view path);

} // namespace tiendo::web
