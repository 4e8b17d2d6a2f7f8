#pragma once

#include "base/result.hpp"
#include "documents/text/document_text.hpp"

namespace tiendo::documents {

/// Reads the plan that the document holds. Refuses file.not_a_plan where it holds none.
Result<PlanReading> read_plan(DocumentText document);

} // namespace tiendo::documents
