#pragma once

#include "app/work.hpp"

#include <optional>
#include <vector>

namespace tiendo::app {

/// What the product proposes for a period of a plan, with the units that would report.
Result<PeriodProposal> propose(
    Work& work,
    const PlanId& plan,
    const PeriodId& id,
    ReportingCalendar calendar = ReportingCalendar::decree
);

/// Opens a period as the office confirmed it. Refused while blocking findings or questions are open
/// (each is a problem of the refusal), for an id that is none, and for one that exists.
Result<Done> open_period(Work& work, const PlanId& plan, const Period& period);

/// Changes deadline, window or units of an open period; the reason goes into the journal.
Result<Done>
change_period(Work& work, const PlanId& plan, const Period& period, const std::string& reason);

/// Locks figures (chốt số liệu), or unlocks them with a reason.
Result<Done> lock_period(Work& work, const PlanId& plan, const PeriodId& id);
Result<Done>
unlock_period(Work& work, const PlanId& plan, const PeriodId& id, const std::string& reason);

/// What a relative name ("THIS_QUARTER", "LAST_12_MONTHS") means now, by the decree's calendar; any
/// other text is taken for an id.
std::vector<PeriodId> periods_named(const Work& work, std::string_view text);
/// Where one period is wanted: a name of several is given back as it is, and then not understood.
PeriodId period_named(const Work& work, std::string_view text);

Result<Period> period_of(Work& work, const PlanId& plan, const PeriodId& id);
/// In the order of their ids.
Result<std::vector<Period>> periods_of(Work& work, const PlanId& plan);
/// The one that a page shows when the address names none: the newest.
Result<Period> period_to_show(Work& work, const PlanId& plan);

} // namespace tiendo::app
