#pragma once

#include "app/plan/plans.hpp"
#include "web/messages.hpp"
#include "web/pages/scan_pages.hpp"
#include "web/request.hpp"
#include "web/views/view.hpp"

#include <vector>

namespace tiendo::web {

/// What the review screen is drawn from.
struct ReviewMaterial {
    app::PlanSummary summary{};
    Plan plan{};
    PlanSource source{};
    int seen = 0;           ///< the number of the plan's newest change
    std::string undoable{}; ///< the finding that the person decided last
    bool may_edit = false;
    const Fields* typed = nullptr; ///< the form that came back, refused
    bool is_conflict = false;      ///< since somebody else had recorded something about the same
};

/// The path of the finding that waits for a decision after `decided`, in the order of the screen,
/// or before it; the decided one itself where none waits.
std::string next_to_decide(const Plan& plan, const std::string& decided);

view::Object review_view(const ReviewMaterial& material, const Wording& words);

} // namespace tiendo::web
