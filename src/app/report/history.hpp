#pragma once

#include "app/report/reports.hpp"

namespace tiendo::app {

/// Takes over what a unit reported in an earlier year, from before the product was used: kept as
/// it was then, outside any workflow, for comparison with last year. Needs Right::review_reports;
/// refused for a period that the office runs here.
Result<Done> take_over_history(Work& work, const ReportOf& of, const Answers& answers);

} // namespace tiendo::app
