#pragma once

#include "documents/text/document_text.hpp"

namespace tiendo::documents {

/// Whether a stamp of secrecy (Decree 26/2020/NĐ-CP) stands above the text.
bool is_secret(const DocumentText& document);

} // namespace tiendo::documents
