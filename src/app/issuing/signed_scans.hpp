#pragma once

#include "app/issuing/unit_papers.hpp"

namespace tiendo::app {

/// Signed papers of units and of the consolidated report alike; for the files of this folder. What
/// is refused says what to do instead.
Result<Done> check_scan(const NewScan& scan);
store::SignedPaper scan_record(const store::ReportKey& of, const NewScan& scan);
SignedScan scan_from(const store::SignedPaper& paper);
/// The newest first.
std::vector<SignedScan> scans_of(Work& work, const store::ReportKey& of);

} // namespace tiendo::app
