#pragma once

#include "domain/quality/data_questions.hpp"
#include "web/messages.hpp"

#include <string>

namespace tiendo::web::view {

/// A question about a figure, with its numbers as the reader writes them and units by their names.
std::string question_words(
    const DataQuestion& question,
    const Indicator& indicator,
    const UnitDirectory& units,
    const Wording& words
);

} // namespace tiendo::web::view
