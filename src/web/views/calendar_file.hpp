#pragma once

#include "domain/period/calendar.hpp"

#include <string>
#include <vector>

namespace tiendo::web::view {

/// One line of an iCalendar file.
struct CalendarLine {
    CalendarEvent event{};
    std::string summary{};
    std::string uid{}; ///< stays the same when the event moves
};

/// The events as an iCalendar file (RFC 5545) that any calendar program takes.
std::string calendar_file(const std::vector<CalendarLine>& lines, Instant now);

} // namespace tiendo::web::view
