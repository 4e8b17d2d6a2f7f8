#pragma once

#include "base/result.hpp"
#include "documents/text/document_text.hpp"

#include <string_view>

namespace tiendo::documents {

/// Reads a file by its kind, which its name and its first bytes must agree on. Refuses
/// file.unknown_kind, file.too_large, file.secret and what the readers of the kinds refuse.
Result<DocumentText> read_document(std::string_view bytes, std::string_view file_name);

} // namespace tiendo::documents
