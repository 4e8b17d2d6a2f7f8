#pragma once

#include "documents/text/document_text.hpp"

#include <string>
#include <vector>

namespace tiendo::documents {

/// A word pair of those lines, read otherwise than a scan gave it; a person may reject it
/// (domain/plan/rejected_repairs.hpp).
struct Repair {
    LineRange lines{};
    TextRepair text{};
};

/// Mends pairs of syllables that cannot be meant ("Phần đầu đạt 60%") and names of places with an
/// impossible syllable ("Ngọc Hòì"), in place; answers what it did.
std::vector<Repair> apply_repairs(DocumentText& document);

} // namespace tiendo::documents
