#pragma once

#include "app/report/reports.hpp"

#include <optional>
#include <string>

namespace tiendo::app {

/// What handing in consists of, whoever does it; for this folder.

Result<Done> require_unlocked(Work& work, const ReportOf& of);

/// Refuses errors, and missing rows where no reason is given; each as a problem with its place.
Result<Done> require_complete(const UnitReport& report, const std::string& incomplete_reason);

/// Pressed twice, or asked again after a lost answer: the first receipt once more.
Result<std::optional<Receipt>>
earlier_receipt(Work& work, const ReportOf& of, const std::string& idempotency_key);

/// Keeps the draft as the next version and the report as submitted, and writes it into the journal.
Result<Receipt> append_version(Work& work, const UnitReport& report, const Handing& handing);

} // namespace tiendo::app
