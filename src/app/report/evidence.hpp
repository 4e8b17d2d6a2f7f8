#pragma once

#include "app/report/reports.hpp"
#include "domain/form/evidence.hpp"

#include <string>
#include <vector>

namespace tiendo::app {

/// A file that bears out an item of a unit's report.
struct Evidence {
    std::string id{};
    ReportOf of{};
    std::string item{
    }; ///< "cell/3.2a", "task/3.4", "duty/7.2", "activity/training", "activity/training/1a2b3c4d"
    std::string name{};
    EvidenceKind kind = EvidenceKind::pdf;
    std::int64_t size = 0;
    std::string sha256{};
    std::string by{}; ///< the person's name
    Instant at{};
};

/// Those that were not taken back, the oldest first. Needs Right::see_report for the unit.
Result<std::vector<Evidence>> evidence_of(Work& work, const ReportOf& of);

struct NewEvidence {
    std::string item{};
    std::string name{};
    std::string bytes{};
};
/// Needs Right::enter_report; refused while the report is not open for entry, for an item that the
/// form does not have, and over the limits (domain/form/evidence).
Result<Done> add_evidence(Work& work, const ReportOf& of, const NewEvidence& file);
/// The versions that were handed in before keep it.
Result<Done> take_back_evidence(Work& work, const ReportOf& of, const std::string& id);

struct EvidenceFile {
    Evidence about{};
    std::string bytes{};
};
/// Of that report alone. Needs Right::see_report for the unit.
Result<EvidenceFile> evidence_file(Work& work, const ReportOf& of, const std::string& id);

} // namespace tiendo::app
