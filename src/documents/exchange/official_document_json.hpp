#pragma once

#include "base/result.hpp"
#include "domain/report/official_document.hpp"

#include <string>
#include <string_view>

namespace tiendo::documents {

/// A frozen version of an official document, for the store: the same document, the same bytes.
std::string to_json(const OfficialDocument& document);
Result<OfficialDocument> parse_official_document(std::string_view json);

} // namespace tiendo::documents
