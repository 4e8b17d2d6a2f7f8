#pragma once

#include "web/routes.hpp"

namespace tiendo::web {

/// The plan's own text, with what became of each sentence in the margin: the figure of a target,
/// the standing of a task, who answers a duty, what a person decided. Figures are shown to those
/// who may see them.
Result<Response> get_plan_text(Visit& visit, const Request& request);

} // namespace tiendo::web
