#pragma once

#include "web/pages/review_view.hpp"

namespace tiendo::web {

/// The findings of one weight, each with its source, its decision and what can be decided.
view::List finding_rows(const ReviewMaterial& material, Severity severity, const Wording& words);

} // namespace tiendo::web
