#include "domain/period/period.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace tiendo {
namespace {

constexpr int office_closes_at = 17;
/// How far from the end of its window the day for a period's report may lie: "trước ngày 10/01 năm
/// sau" stands behind it, "trước ngày 05/12" before it.
constexpr int days_before_end = 20;
constexpr int days_after_end = 45;

std::optional<Cadence> cadence_of(PeriodLength length)
{
    switch (length) {
    case PeriodLength::month:
        return Cadence::month;
    case PeriodLength::quarter:
        return Cadence::quarter;
    case PeriodLength::half_year:
        return Cadence::half_year;
    case PeriodLength::year:
    case PeriodLength::school_year:
        return Cadence::year;
    case PeriodLength::nine_months:
        break;
    }
    return std::nullopt;
}

/// "--12-10" and "--*-20" name no year: the day of that kind that belongs to the window's end.
std::optional<Date> day_near(const std::string& due, Date end)
{
    const auto first = add_days(end, -days_before_end);
    std::optional<Date> early;
    for (int i = 0; i <= days_before_end + days_after_end; ++i) {
        const auto day = add_days(first, i);
        const auto written = iso_date(day);
        const bool fits = due == "-" + written.substr(4) || due == "--*" + written.substr(7);
        if (!fits) continue;
        if (day >= end) return day;
        early = day;
    }
    return early;
}

/// The day that a report duty names for a period.
std::optional<Date> day_named(const ReadReport& report, const PeriodName& name, Date end)
{
    if (const auto day = parse_iso_date(report.due)) {
        const bool is_of_year = static_cast<int>(day->year()) == name.year;
        return name.length == PeriodLength::year && is_of_year ? day : std::nullopt;
    }
    if (report.due.empty() || !report.every || report.every != cadence_of(name.length))
        return std::nullopt;
    return day_near(report.due, end);
}

void offer(std::vector<PeriodName>& periods, int year, PeriodLength length)
{
    const PeriodName one{year, length, 1};
    const PeriodName whole{year, PeriodLength::year, 1};
    auto parts = parts_of(whole, length);
    if (parts.empty()) parts = {one};
    for (const auto& part : parts)
        if (std::ranges::find(periods, part) == periods.end()) periods.push_back(part);
}

} // namespace

bool Period::closes_after_deadline() const
{
    return local_time(deadline).day <= window.to;
}

PeriodProposal propose_period(
    const PeriodId& id,
    const std::vector<ReadReport>& reports,
    const WorkingDays& days,
    ReportingCalendar calendar
)
{
    const auto name = parse_period(id);
    ensure(name.has_value(), "a period's id can be read");

    PeriodProposal proposal;
    proposal.period.id = id;
    proposal.period.window = window_of(*name, calendar);
    auto last_day = days.last_working_day_before(add_days(proposal.period.window.to, 1));
    for (const auto& report : reports) {
        const auto day = day_named(report, *name, proposal.period.window.to);
        if (!day) continue;
        proposal.day_in_plan = day;
        proposal.before = report.before;
        proposal.lines = report.lines;
        proposal.day_is_no_working_day = !days.is_working_day(*day);
        last_day = days.last_working_day_before(report.before ? *day : add_days(*day, 1));
        break;
    }
    proposal.period.deadline = instant_of({last_day, office_closes_at, 0});
    return proposal;
}

std::vector<PeriodName> usual_periods(int year, const std::vector<ReadReport>& reports)
{
    static constexpr std::array usual{
        PeriodLength::year,
        PeriodLength::nine_months,
        PeriodLength::half_year,
        PeriodLength::quarter,
        PeriodLength::school_year,
    };
    std::vector<PeriodName> periods;
    for (const auto length :
         {PeriodLength::year, PeriodLength::half_year, PeriodLength::quarter, PeriodLength::month
         }) {
        const bool is_asked = std::ranges::any_of(reports, [&](const ReadReport& report) {
            return report.every && report.every == cadence_of(length);
        });
        if (is_asked) offer(periods, year, length);
    }
    for (const auto length : usual)
        offer(periods, year, length);
    return periods;
}

} // namespace tiendo
