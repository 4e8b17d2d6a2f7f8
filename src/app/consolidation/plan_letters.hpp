#pragma once

#include "app/work.hpp"

#include <string>

namespace tiendo::app {

/// The .docx of the công văn that asks the plan's issuer to confirm or correct what contradicts
/// itself. Refused where nothing does. Needs Right::see_plan.
Result<std::string> contradiction_letter_docx(Work& work, const PlanId& plan);

/// The .docx of the table of the reading against the document. Needs Right::see_plan.
Result<std::string> reading_table_docx(Work& work, const PlanId& plan);

} // namespace tiendo::app
