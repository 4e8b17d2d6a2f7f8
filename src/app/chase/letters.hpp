#pragma once

#include "app/work.hpp"
#include "domain/chase/chasing_letter.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tiendo::app {

struct LetterWanted {
    LetterIssuer issuer = LetterIssuer::office;
    std::vector<UnitId> units{};
    std::optional<Instant> asked_by{};
    std::string number{};
    std::optional<Date> date{};
};

/// Công văn đôn đốc to those of the units that may get one. Needs Right::review_reports.
Result<OfficialDocument>
draft_letter(Work& work, const PlanId& plan, const PeriodId& period, const LetterWanted& wanted);
/// The same as a .docx.
Result<std::string>
letter_docx(Work& work, const PlanId& plan, const PeriodId& period, const LetterWanted& wanted);

/// Notes that the letter went out under its number and date, so that each unit sees it in its
/// report. Needs Right::review_reports.
Result<int>
record_letter(Work& work, const PlanId& plan, const PeriodId& period, const LetterWanted& wanted);

} // namespace tiendo::app
