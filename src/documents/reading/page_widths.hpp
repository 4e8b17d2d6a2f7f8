#pragma once

#include "documents/reading/page_layout.hpp"

#include <vector>

namespace tiendo::documents {

/// Takes the certainty from each recognised number that is wider than its digits are, by the
/// letters of its line: "45%" that was read as "459", however sure the recogniser is of it.
void doubt_wide_numbers(std::vector<PageWord>& words);

} // namespace tiendo::documents
