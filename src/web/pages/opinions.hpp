#pragma once

#include "domain/period/period.hpp"
#include "domain/plan/plan.hpp"
#include "web/routes.hpp"
#include "web/views/view.hpp"

#include <utility>
#include <vector>

/// Ý kiến của các đơn vị: the sentences that units wrote about themselves, part by part, which the
/// office chooses, orders, merges and words anew for sections IV to VI of the report.
namespace tiendo::web {

Result<Response> get_opinions(Visit& visit, const Request& request);
Result<Response> post_opinions(Visit& visit, const Request& request);

/// One link for each part with the number of its sentences; `here` is marked.
view::List opinion_links(
    const std::vector<std::pair<std::string, int>>& counts,
    const PlanId& plan,
    const PeriodId& period,
    std::string_view here,
    const Wording& words
);

} // namespace tiendo::web
