#pragma once

#include "app/plan/plans.hpp"
#include "web/messages.hpp"
#include "web/views/view.hpp"

#include <string>
#include <vector>

namespace tiendo::web {

/// What the review screen is drawn from.
struct ReviewMaterial {
    app::PlanSummary summary{};
    Plan plan{};
    std::vector<app::SourceLine> source{};
    bool may_edit = false;
};

view::Object review_view(const ReviewMaterial& material, const Wording& words);

/// One field that a person can correct, as a small form.
struct EditableField {
    std::string path{}; ///< "measure/4.1/value"
    std::string label{};
    std::string value{};
};

view::Object field_view(const EditableField& field);
/// Empty for none.
std::string text_of(const std::optional<Decimal>& number);

} // namespace tiendo::web
