#pragma once

#include "base/result.hpp"
#include "documents/text/document_text.hpp"

#include <string_view>

namespace tiendo::documents {

/// Reads a text file: UTF-8 or UTF-16, with or without a byte order mark, TCVN3 or VNI. Refuses
/// file.not_text.
Result<DocumentText> read_plain_text(std::string_view bytes);

} // namespace tiendo::documents
