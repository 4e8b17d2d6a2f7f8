#pragma once

#include "documents/text/document_text.hpp"

#include <string>
#include <vector>

namespace tiendo::documents {

/// A proposal to read a word pair otherwise than a scan gave it. Never a number; always reversible.
struct Repair {
    LineRange lines{};
    std::string before{};
    std::string after{};
};

/// Mends pairs of syllables that cannot be meant ("Phần đầu đạt 60%") and names of places with an
/// impossible syllable ("Ngọc Hòì"), in place; answers what it did.
std::vector<Repair> apply_repairs(DocumentText& document);

} // namespace tiendo::documents
