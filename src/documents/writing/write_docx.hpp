#pragma once

#include "domain/report/official_document.hpp"

#include <string>

namespace tiendo::documents {

/// The document as a .docx file in the format of Decree 30/2020/NĐ-CP. The same document gives the
/// same bytes. A computed number (Run::source) stands in a bookmark; Run::before is not shown.
std::string write_docx(const OfficialDocument& document);

} // namespace tiendo::documents
