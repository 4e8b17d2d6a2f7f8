#pragma once

#include "web/pages/review_view.hpp"

namespace tiendo::web {

/// The findings of one weight, each with its source, its decision and what can be decided.
/// In the language of the person.
std::string finding_sentence(const Finding& finding, const Wording& words);

view::List finding_rows(const ReviewMaterial& material, Severity severity, const Wording& words);

} // namespace tiendo::web
