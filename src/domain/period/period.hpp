#pragma once

#include "base/date.hpp"
#include "base/id.hpp"
#include "base/result.hpp"
#include "domain/org/unit.hpp"
#include "domain/plan/plan_reading.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tiendo {

/// "2023", "2023S1" (half-year), "2023N9" (nine months), "2023Q4", "202311".
using PeriodId = Id<struct PeriodTag>;

enum class PeriodLength { month, quarter, half_year, nine_months, year };

/// A period id taken apart: 2023Q4 is {2023, quarter, 4}.
struct PeriodName {
    int year = 0;
    PeriodLength length = PeriodLength::year;
    int number = 1; ///< which month, quarter or half; 1 for a year and for nine months

    friend bool operator==(const PeriodName&, const PeriodName&) = default;
};

std::optional<PeriodName> parse_period(const PeriodId& id);
/// The period of the same kind a year earlier.
PeriodId same_period_last_year(const PeriodId& id);

/// Days from which data are counted, both included.
struct Window {
    Date from{};
    Date to{};

    friend bool operator==(const Window&, const Window&) = default;
};

/// Decree 09/2019/NĐ-CP, Article 12: a year is 15/12 to 14/12, a quarter from the 15th before it.
Window decree_window(const PeriodName& name);
Window calendar_window(const PeriodName& name);

enum class PeriodState { open, locked };

/// Kỳ báo cáo: a round of reporting.
struct Period {
    PeriodId id{};
    Window window{};
    Instant deadline{};
    std::string deadline_reason{}; ///< why this hour, as the office confirmed it
    PeriodState state = PeriodState::open;
    std::vector<UnitId> units{}; ///< who reports, in the order of the tables
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

/// From the plan's dated report duty: 17:00 of the last working day before the day named, the
/// decree's window. Without a dated duty the deadline is the window's last working day.
PeriodProposal
propose_period(const PeriodId& id, const std::vector<ReadReport>& reports, const WorkingDays& days);

} // namespace tiendo
