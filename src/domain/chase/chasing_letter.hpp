#pragma once

#include "domain/chase/notice_text.hpp"
#include "domain/report/consolidated_report.hpp"
#include "domain/report/official_document.hpp"

#include <optional>
#include <vector>

namespace tiendo {

/// Who writes: the office that follows the plan asks; the People's Committee, for which the office
/// drafts, demands.
enum class LetterIssuer { office, committee };

struct LetterMaterial {
    LetterIssuer issuer = LetterIssuer::office;
    DocumentHead plan{};
    PeriodId period{};
    Instant deadline{}; ///< as it was for all
    Instant now{};
    std::optional<Instant> asked_by{}; ///< the new hour; its place stays open without one
    std::vector<UnitDues> units{}; ///< whom it chases; others than may_get_letter() are left out
    ReportSetup setup{};           ///< the office's own, as for the consolidated report
    std::string contact{};
    std::string number{};
    std::optional<Date> date{};
    std::string mark{};
};

/// Công văn đôn đốc: to one unit, with its missing rows in the text; or to several, with a table
/// of them in an annex. Refused where nobody among the units may get one.
Result<OfficialDocument> chasing_letter(const LetterMaterial& material, const OfficialWords& say);

} // namespace tiendo
