#pragma once

#include "app/work.hpp"
#include "domain/report/consolidated_report.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace tiendo::app {

/// What the office wrote over a computed paragraph, with the computed one beside it.
struct OfficeText {
    std::string text{};
    std::string computed{}; ///< what stood there when the office wrote
    std::string reason{};
    std::string by{};
    Instant at{};
    std::int64_t revision = 0;
};

/// A frozen version in the list.
struct VersionSummary {
    int number = 0;
    Instant at{};
    std::string by{};
    std::string state{}; ///< "draft", "issued"
};

/// The consolidated report as it stands now, with what its page needs beside it.
struct ConsolidatedReport {
    OfficialDocument document{}; ///< the changes since the newest version are marked
    OfficialDocument computed{}; ///< without what the office wrote
    std::map<std::string, OfficeText> texts{};
    std::vector<VersionSummary> versions{}; ///< the newest first
    int changes = 0; ///< computed numbers that differ from the newest version
};

/// Needs Right::see_plan. Drafts count nowhere; submitted versions that were not returned do.
Result<ConsolidatedReport>
consolidated_report(Work& work, const PlanId& plan, const PeriodId& period);

/// All that the report is made from as it stands, the office's words included. Needs
/// Right::see_plan.
Result<ReportMaterial> report_material(Work& work, const PlanId& plan, const PeriodId& period);

/// Puts the office's words in place of a paragraph (its key), or of a field of the head
/// ("setup/symbol", "setup/addressees" with one addressee a line …). Computed words are replaced
/// with a reason only; what a unit wrote is the office's to word. Needs Right::write_report.
struct NewText {
    std::string key{};
    std::string text{};
    std::string reason{};
    std::int64_t revision = 0; ///< as last read; 0 for a new one
};
Result<Done>
put_report_text(Work& work, const PlanId& plan, const PeriodId& period, const NewText& text);
/// The computed words stand again.
Result<Done>
remove_report_text(Work& work, const PlanId& plan, const PeriodId& period, const std::string& key);

/// Freezes the report as it stands; answers the version's number. Needs Right::write_report.
Result<int> freeze_report(Work& work, const PlanId& plan, const PeriodId& period);

/// A frozen version; needs Right::see_plan.
Result<OfficialDocument>
report_version(Work& work, const PlanId& plan, const PeriodId& period, int number);

/// The .docx of the report as it stands now, or of a frozen version. Needs Right::see_plan.
Result<std::string> report_docx(
    Work& work, const PlanId& plan, const PeriodId& period, std::optional<int> version = {}
);

} // namespace tiendo::app
