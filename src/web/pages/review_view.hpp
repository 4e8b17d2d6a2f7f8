#pragma once

#include "app/plan/plans.hpp"
#include "web/messages.hpp"
#include "web/request.hpp"
#include "web/views/view.hpp"

#include <vector>

namespace tiendo::web {

/// What the review screen is drawn from.
struct ReviewMaterial {
    app::PlanSummary summary{};
    Plan plan{};
    std::vector<app::SourceLine> source{};
    bool may_edit = false;
    const Fields* typed = nullptr; ///< the form that came back, refused
};

view::Object review_view(const ReviewMaterial& material, const Wording& words);

} // namespace tiendo::web
