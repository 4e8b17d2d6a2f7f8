#pragma once

#include "app/issuing/unit_papers.hpp"
#include "domain/report/issued_snapshot.hpp"
#include "domain/report/issuing.hpp"

#include <string>
#include <vector>

/// The consolidated report from draft to issued: presented, signed, numbered, frozen, sent, and
/// corrected by a new version.
namespace tiendo::app {

/// A version as it was issued, in the list.
struct IssuedVersion {
    int number = 0;
    std::string document_number{};
    std::string symbol{};
    std::optional<Date> date{};
    std::optional<IssuingStep> correction{}; ///< none for the first
    std::string snapshot_sha256{};
    std::string docx_sha256{};
    std::string by{};
    Instant at{};
};

struct IssuingReport {
    IssuingState state{};
    std::vector<IssuingStep> steps{}; ///< the oldest first
    std::vector<CheckPoint> points{};
    OfficialDocument document{};           ///< as it would be issued now
    std::vector<IssuedText> texts{};       ///< what the office wrote by hand
    std::vector<IssuedVersion> versions{}; ///< the newest first
    std::vector<ChangedFigure> changed{};  ///< since the newest was issued
    std::vector<Difference> corrections{}; ///< to the newest, while a correction is on its way
    std::vector<SignedScan> scans{};       ///< the newest first
};

/// Needs Right::see_plan.
Result<IssuingReport> issuing_report(Work& work, const PlanId& plan, const PeriodId& period);

/// The right that an act needs: the office presents and records, its head agrees, whoever signs
/// may give back.
Right right_for(IssuingAct act, IssuingStage stage);

/// One step more. `issue` freezes figures, words, decisions and rules with the .docx.
Result<Done>
take_issuing_step(Work& work, const PlanId& plan, const PeriodId& period, IssuingStep step);

/// The bytes as they were issued. Needs Right::see_plan.
Result<std::string>
issued_docx(Work& work, const PlanId& plan, const PeriodId& period, int version);

/// Adds the signed paper of the newest issued version. Needs Right::write_report.
Result<Done>
add_report_scan(Work& work, const PlanId& plan, const PeriodId& period, const NewScan& scan);
/// Needs Right::see_plan.
Result<ScanFile> report_scan(Work& work, const PlanId& plan, const PeriodId& period, int number);

} // namespace tiendo::app
