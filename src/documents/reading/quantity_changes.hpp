#pragma once

#include "documents/reading/quantity_candidate.hpp"

#include <vector>

namespace tiendo::documents {

/// Which amounts are the size of a change ("giảm 10% số vụ") and not a level ("giảm còn 10%").
void read_changes(const Words& words, std::vector<Candidate>& candidates);

} // namespace tiendo::documents
