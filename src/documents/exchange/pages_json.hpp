#pragma once

#include "base/result.hpp"
#include "documents/reading/page_layout.hpp"

#include <string>
#include <string_view>

namespace tiendo::documents {

/// A recognised page as it passes between two runs of the reader, on one line:
/// {"width": 595, "height": 842, "words": [["Kế", left, top, right, bottom, confidence], …],
///  "rules": [[left, top, right, bottom], …]}
std::string to_json(const PageLayout& page);
Result<PageLayout> parse_page(std::string_view json);

} // namespace tiendo::documents
