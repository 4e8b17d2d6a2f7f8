#pragma once

#include "app/figure/figures.hpp"
#include "web/messages.hpp"
#include "web/views/plan_addresses.hpp"
#include "web/views/standing_words.hpp"
#include "web/views/view.hpp"

namespace tiendo::web {

struct AttentionSources {
    const app::PlanFigures& figures;
    const view::LinesByStanding& groups;
    const UnitDirectory& directory;
    const PlanAddresses& addresses;
};

/// Cần chú ý: at most three things, the most pressing first, each with the one next action.
view::List attention(const AttentionSources& sources, const Wording& words);

} // namespace tiendo::web
