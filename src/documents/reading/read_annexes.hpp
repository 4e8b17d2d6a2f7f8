#pragma once

#include "documents/reading/finding_list.hpp"
#include "documents/reading/parts.hpp"

namespace tiendo::documents {

struct AnnexCount {
    int mentioned = 0;
    int present = 0;
};

/// Counts the annexes that the text cites and those that the file holds; each missing one is found.
AnnexCount read_annexes(
    const DocumentText& document,
    const Parts& parts,
    std::size_t tasks_without_lead,
    FindingList& findings
);

} // namespace tiendo::documents
