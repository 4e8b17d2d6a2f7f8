#pragma once

#include "documents/reading/finding_list.hpp"
#include "documents/text/outline.hpp"

namespace tiendo::documents {

/// What stands in a table and was not understood is said with its place.
void check_tables(const Node& root, FindingList& findings);

} // namespace tiendo::documents
