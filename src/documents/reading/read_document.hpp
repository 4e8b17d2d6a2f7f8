#pragma once

#include "base/result.hpp"
#include "documents/text/document_text.hpp"

#include <string_view>

namespace tiendo::documents {

/// Reads a text or Word file by its kind (file_kind.hpp); the other kinds need the libraries of
/// tiendo-reader. Refuses what kind_of refuses, file.secret and what the readers of the kinds
/// refuse.
Result<DocumentText> read_document(std::string_view bytes, std::string_view file_name);

} // namespace tiendo::documents
