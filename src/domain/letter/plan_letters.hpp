#pragma once

#include "domain/plan/plan.hpp"
#include "domain/report/consolidated_report.hpp"

#include <map>
#include <string>
#include <vector>

/// Letters about the plan document itself, in the format of Decree 30/2020/NĐ-CP.
namespace tiendo {

struct PlanLetter {
    Plan plan{};
    std::map<int, std::string> lines{};          ///< of the document, by number
    std::map<std::string, std::string> people{}; ///< names by login
    ReportSetup setup{};                         ///< who writes: the office that reports upwards
    std::string mark{};
};

/// The findings that only the plan's issuer can settle: a rate that does not fall, a ratio to 110,
/// an annex that is missing …
std::vector<const PlanFinding*> contradictions(const Plan& plan);

/// The công văn that asks the issuer to confirm or correct them, each quoted with its line; what
/// the office does meanwhile is said, so that nobody takes it for the plan.
OfficialDocument contradiction_letter(const PlanLetter& letter, const OfficialWords& say);

/// "Bảng đối chiếu bản đọc và văn bản": what the document says, what was read, and what was decided
/// about it, by whom and when.
OfficialDocument reading_table(const PlanLetter& letter, const OfficialWords& say);

} // namespace tiendo
