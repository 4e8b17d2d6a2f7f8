#pragma once

#include "base/date.hpp"
#include "base/result.hpp"
#include "domain/org/unit.hpp"
#include "domain/period/period_name.hpp"
#include "domain/plan/plan_reading.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tiendo {

enum class PeriodState { open, locked };

/// Kỳ báo cáo: a round of reporting.
struct Period {
    PeriodId id{};
    Window window{};
    Instant deadline{};
    std::string deadline_reason{}; ///< why this hour, as the office confirmed it
    PeriodState state = PeriodState::open;
    UnitIds units{}; ///< who reports, in the order of the tables
    std::optional<Date> own_report_due{
    }; ///< when the consolidated report must be with the superior

    /// Figures sent before the window closes are estimates ("ước thực hiện").
    bool closes_after_deadline() const;

    friend bool operator==(const Period&, const Period&) = default;
};

/// What the product proposes for a period, for a person to confirm.
struct PeriodProposal {
    Period period{};
    std::optional<Date> day_in_plan{}; ///< "trước ngày 10/12/2023"
    bool before = false;
    bool day_is_no_working_day = false; ///< it was a Sunday: say so
    LineRange lines{};
};

/// From the plan's dated report duty: 17:00 of the last working day before the day named. Without
/// one the deadline is the window's last working day. `id` can be read.
PeriodProposal propose_period(
    const PeriodId& id,
    const std::vector<ReadReport>& reports,
    const WorkingDays& days,
    ReportingCalendar calendar = ReportingCalendar::decree
);

/// The periods that a report duty of the plan asks for in a year, then the others that offices
/// keep, the longer ones first: what the screen that opens a period offers.
std::vector<PeriodName> usual_periods(int year, const std::vector<ReadReport>& reports);

} // namespace tiendo
