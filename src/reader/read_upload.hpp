#pragma once

#include "base/result.hpp"
#include "documents/text/document_text.hpp"

#include <string_view>

namespace tiendo::reader {

/// Reads an upload of any kind: PDF here, the others by documents/reading. Refuses what they
/// refuse, and file.no_text where no page of a PDF has text.
Result<documents::DocumentText> read_upload(std::string_view bytes, std::string_view name);

} // namespace tiendo::reader
