#pragma once

#include "domain/form/answers.hpp"
#include "domain/form/office_table.hpp"
#include "domain/indicator/plan_figures.hpp"
#include "domain/org/unit.hpp"
#include "domain/plan/plan.hpp"
#include "domain/report/official_document.hpp"
#include "domain/report/official_words.hpp"
#include "domain/submission/report_state.hpp"

#include <map>
#include <string>
#include <vector>

namespace tiendo {

/// One unit's report as it counts in the consolidated one.
struct ReportedUnit {
    UnitId unit{};
    ReportState state{};
    Timing timing{};
    Answers answers{}; ///< of the version that counts; empty where none does

    friend bool operator==(const ReportedUnit&, const ReportedUnit&) = default;
};

/// Who writes to whom: proposed from the plan's own report duty, editable by the office.
struct ReportSetup {
    std::string superior{}; ///< in capitals
    std::string issuer{};   ///< in a sentence: "Phòng Lao động - Thương binh và Xã hội"
    std::string number{};
    std::string symbol{};
    std::string place{};
    std::optional<Date> date{};
    std::vector<std::string> addressees{};
    std::vector<std::string> recipients{};
    std::string file_copy{};
    std::vector<std::string> signing{};
    std::string signer_name{};

    friend bool operator==(const ReportSetup&, const ReportSetup&) = default;
};

/// What becomes of a sentence that a unit wrote (gathered.hpp).
enum class SentenceUse { used, left_out, merged };

/// The office's decision about one sentence; without one it is used, in the order of the units.
struct GatheredChoice {
    SentenceUse use = SentenceUse::used;
    std::string under{}; ///< key of the sentence that it was merged under
    int place = 0;       ///< from 1; 0: after those that have a place

    friend bool operator==(const GatheredChoice&, const GatheredChoice&) = default;
};

/// All that the consolidated report is made from.
struct ReportMaterial {
    Plan plan{};
    Period period{};
    Instant now{};
    std::vector<MeasureFigure> rows{};
    std::vector<ReportedUnit> units{}; ///< in the order of the period
    UnitDirectory directory{};
    ReportSetup setup{};
    std::vector<OfficeTable> office_tables{};        ///< what the office asked beyond the plan
    std::map<std::string, std::string> texts{};      ///< what the office wrote, by paragraph key
    std::map<std::string, GatheredChoice> choices{}; ///< by key of the sentence
    std::string mark{};                              ///< "SỐ LIỆU MINH HOẠ"
};

/// Báo cáo tổng hợp in the rulings' outline, with its annexes: the standard table, unit × measure,
/// tasks, and who has yet to report.
OfficialDocument consolidate(const ReportMaterial& material, const OfficialWords& say);

/// From the plan's duty to report upwards: the office that others report to and that reports on.
ReportSetup
propose_setup(const Plan& plan, const UnitDirectory& directory, const OfficialWords& say);

/// A document with that head, addressees and signing block, and nothing between them.
OfficialDocument document_with(const ReportSetup& setup);

/// Marks each computed number that is another than in an earlier version of the same document.
void mark_changes(OfficialDocument& document, const OfficialDocument& earlier);

/// The text of the paragraph with that key; empty if there is none.
std::string words_of(const OfficialDocument& document, const std::string& key);

/// How many computed numbers are marked.
int count_changes(const OfficialDocument& document);

} // namespace tiendo
