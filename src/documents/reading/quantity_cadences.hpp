#pragma once

#include "documents/reading/quantity_candidate.hpp"

#include <vector>

namespace tiendo::documents {

/// How often each amount is owed: "mỗi quý", "hằng tháng", "/năm".
void read_cadences(const Words& words, std::vector<Candidate>& candidates);

} // namespace tiendo::documents
