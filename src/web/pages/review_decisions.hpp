#pragma once

#include "app/plan/plans.hpp"
#include "web/messages.hpp"
#include "web/request.hpp"

#include <optional>

namespace tiendo::web {

/// The newest change that the form's person knew; none where the form does not say.
std::optional<int> seen_in(const Fields& form);

/// What a form of the review screen decides about its finding: kept, corrected, merged, confirmed …
Result<Done>
decide_finding(app::Work& work, const PlanId& plan, const Fields& form, const Wording& words);

} // namespace tiendo::web
