#pragma once

#include "base/result.hpp"

#include <string>
#include <string_view>

namespace tiendo::app {

/// Whether LibreOffice is there to make PDFs.
bool pdf_is_available();

/// A .docx of ours as a PDF. Takes seconds: call it outside of any transaction. Refuses where
/// LibreOffice is missing, fails, or is busy for too long.
Result<std::string> pdf_of(std::string_view docx);

} // namespace tiendo::app
