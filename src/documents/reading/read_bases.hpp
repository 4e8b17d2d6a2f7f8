#pragma once

#include "documents/text/document_text.hpp"

#include <vector>

namespace tiendo::documents {

/// Every document that the preamble cites by its number.
std::vector<Basis> read_bases(const std::vector<Paragraph>& preamble);

} // namespace tiendo::documents
