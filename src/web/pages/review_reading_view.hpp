#pragma once

#include "web/pages/review_view.hpp"

namespace tiendo::web {

/// What was read, part by part, with the fields that a person can correct.
view::List objective_rows(const ReviewMaterial& material, const Wording& words);
view::List task_rows(const ReviewMaterial& material, const Wording& words);
view::List duty_rows(const ReviewMaterial& material);
view::List document_fields(const ReviewMaterial& material, const Wording& words);

} // namespace tiendo::web
