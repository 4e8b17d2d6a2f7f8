#pragma once

#include "app/work.hpp"
#include "domain/disclosure/figure_disclosure.hpp"

#include <string>
#include <vector>

namespace tiendo::app {

/// A sensitive measure with what becomes of it in the public version.
struct PublicLine {
    DisclosureLine line{};
    Measure measure{};
    Indicator indicator{};
};

struct EarlierPublication {
    Instant at{};
    std::string by{}; ///< the person's name
};

/// What a public version of the standard table would show now, and what went out before.
struct PublicVersion {
    SensitiveUse use = SensitiveUse::none;
    std::vector<PublicLine> lines{};
    std::vector<EarlierPublication> earlier{}; ///< the newest first
};

/// Needs Right::see_plan.
Result<PublicVersion> public_version(Work& work, const PlanId& plan, const PeriodId& period);

enum class PublicForm {
    table,    ///< .xlsx
    document, ///< .docx in the form of an official notice
};

/// The public version as a file. What of sensitive measures it shows is kept, and counts against
/// every later one. Needs Right::write_report.
Result<std::string>
publish(Work& work, const PlanId& plan, const PeriodId& period, PublicForm form);

/// Whether totals of sensitive measures may go out at all; a decision with its reason. Needs
/// Right::approve_report.
Result<Done>
decide_sensitive_use(Work& work, const PlanId& plan, SensitiveUse use, const std::string& reason);

} // namespace tiendo::app
