#pragma once

#include "app/values/values.hpp"

#include <string>
#include <string_view>

namespace tiendo::app {

/// The values of a query as one dataValueSet in JSON. Needs Right::see_plan.
Result<std::string> value_set(Work& work, const ValuesQuery& query);

/// Takes a set, JSON or CSV, that came as a whole. Refused where it is none; what becomes of
/// each value is told.
Result<ImportSummary> take_value_set(
    Office& office,
    const Actor& actor,
    std::string_view bytes,
    const ImportOptions& options,
    const ValuesImport::Tell& tell
);

} // namespace tiendo::app
