#pragma once

#include "domain/report/form_proposal.hpp"

#include <vector>

namespace tiendo::documents {

/// The heads of superiors' forms that are recognised (vocabulary/superior_heads.txt).
const std::vector<FormHead>& superior_heads();

} // namespace tiendo::documents
