#pragma once

#include "documents/reading/quantity_unit.hpp"
#include "documents/text/dates.hpp"

#include <vector>

namespace tiendo::documents {

/// The amounts of a text that could be owed: no dates, ages, ranks, sizes or numbers of documents.
/// Baselines are among them; read_quantities tells them apart.
std::vector<Amount> owed_amounts(const Words& words, const std::vector<TimePoint>& times);

} // namespace tiendo::documents
