#pragma once

#include "documents/text/document_text.hpp"

#include <vector>

namespace tiendo::documents {

/// Authority, capacity, position and name of the signature block.
Signer read_signer(const std::vector<Paragraph>& tail);

} // namespace tiendo::documents
