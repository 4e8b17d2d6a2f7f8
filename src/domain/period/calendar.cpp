#include "domain/period/calendar.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tiendo {
namespace {

/// "2023-11-15", or "--11-15" in that year.
std::optional<Date> day_in(const std::string& written, std::optional<int> year)
{
    if (!written.starts_with("--")) return parse_iso_date(written);
    if (!year) return std::nullopt;
    return parse_iso_date(fmt::format("{:04}{}", *year, written.substr(1)));
}

std::optional<int> last_year_of(const Plan& plan)
{
    if (plan.head.period_to) return static_cast<int>(plan.head.period_to->year());
    if (plan.head.date) return static_cast<int>(plan.head.date->year());
    return std::nullopt;
}

} // namespace

std::vector<CalendarEvent> calendar_of(const Plan& plan, const std::vector<Period>& periods)
{
    std::vector<CalendarEvent> events;
    for (const auto& period : periods) {
        const auto due = local_time(period.deadline).day;
        events.push_back({CalendarKind::deadline, due, due, {}, period.id, period.deadline});
        events.push_back(
            {CalendarKind::window_closes, period.window.to, period.window.to, {}, period.id, {}}
        );
        if (period.own_report_due)
            events.push_back(
                {CalendarKind::own_report_due,
                 *period.own_report_due,
                 *period.own_report_due,
                 {},
                 period.id,
                 {}}
            );
    }
    const auto year = last_year_of(plan);
    for (const auto& event : plan.events) {
        const auto from = day_in(event.from, year);
        const auto to = day_in(event.to, year);
        if (from && to && *from <= *to)
            events.push_back({CalendarKind::campaign, *from, *to, event.title, {}, {}});
    }
    std::ranges::stable_sort(events, {}, &CalendarEvent::from);
    return events;
}

const char* name_of(CalendarKind kind)
{
    switch (kind) {
    case CalendarKind::deadline:
        return "deadline";
    case CalendarKind::window_closes:
        return "window_closes";
    case CalendarKind::own_report_due:
        return "own_report_due";
    case CalendarKind::campaign:
        return "campaign";
    }
    return "deadline";
}

} // namespace tiendo
