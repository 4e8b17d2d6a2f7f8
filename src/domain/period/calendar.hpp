#pragma once

#include "domain/period/period.hpp"
#include "domain/plan/plan.hpp"

#include <string>
#include <vector>

namespace tiendo {

enum class CalendarKind {
    deadline,       ///< hạn nộp
    window_closes,  ///< chốt số liệu
    own_report_due, ///< the consolidated report must be with the superior
    campaign,       ///< an event that the plan announces
};

/// A day, or some days, that a plan is about.
struct CalendarEvent {
    CalendarKind kind = CalendarKind::deadline;
    Date from{};
    Date to{};
    std::string title{};           ///< of a campaign
    PeriodId period{};             ///< of all others
    std::optional<Instant> hour{}; ///< of a deadline

    bool is_on(Date day) const { return from <= day && day <= to; }

    friend bool operator==(const CalendarEvent&, const CalendarEvent&) = default;
};

/// In the order of their days. A campaign that returns each year stands in the plan's last year.
std::vector<CalendarEvent> calendar_of(const Plan& plan, const std::vector<Period>& periods);

/// "deadline", "window_closes" …
const char* name_of(CalendarKind kind);

} // namespace tiendo
