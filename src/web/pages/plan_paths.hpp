#pragma once

#include "domain/plan/plan.hpp"
#include "web/messages.hpp"
#include "web/request.hpp"
#include "web/views/view.hpp"

#include <string>
#include <string_view>

/// The addresses below one plan.
namespace tiendo::web {

PlanId plan_in_path(const Request& request);

/// "/ke-hoach/7/ra-soat" for "ra-soat".
std::string plan_path(const PlanId& plan, std::string_view page);

/// The four steps from the document to the open period, for {{> plan_steps}}; `page` is the one
/// shown.
view::List plan_steps(const PlanId& plan, std::string_view page, const Wording& words);

/// Where an open question or finding is settled: "measure/1.1/suppliers" on the page of suppliers,
/// "task/2.1/lead" on that of tasks, everything else on the review page.
std::string settling_path(const PlanId& plan, const std::string& place);

/// For anchors and ids: "measure/3.2a/value" becomes "measure-3-2a-value".
std::string anchor_of(std::string_view path);

} // namespace tiendo::web
