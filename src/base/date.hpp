#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace tiendo {

/// A day of the calendar.
using Date = std::chrono::year_month_day;

/// Seconds since 1970-01-01T00:00:00Z. What the store keeps and Work.now is.
struct Instant {
    std::int64_t seconds = 0;

    friend auto operator<=>(const Instant&, const Instant&) = default;
};

/// Vietnam keeps +07:00 all year; g++ 12 has no time-zone database, so the offset is fixed here.
inline constexpr std::chrono::hours vietnam_offset{7};

/// A day and minute as a clock on a Vietnamese wall shows it.
struct LocalTime {
    Date day{};
    int hour = 0;
    int minute = 0;

    friend auto operator<=>(const LocalTime&, const LocalTime&) = default;
};

LocalTime local_time(Instant instant);
Instant instant_of(const LocalTime& time);

Date date(int year, unsigned month, unsigned day);
Date add_days(Date day, int count);
int days_between(Date from, Date to);

/// "2023-12-08"; none if it is not of that form or no such day exists.
std::optional<Date> parse_iso_date(std::string_view text);
std::string iso_date(Date day);
/// "2023-12-08T17:00" in Vietnamese time.
std::string iso_minute(Instant instant);
std::optional<Instant> parse_iso_minute(std::string_view text);

/// "08/12/2023": always two digits, whatever the locale.
std::string vietnamese_date(Date day);
/// "17:00 ngày 08/12/2023" is put together from these by the messages; this is "17:00".
std::string clock_time(Instant instant);

/// Which days offices work: Monday to Friday, and on the days given the other way round: public
/// holidays, and weekends worked in exchange (Labour Code 45/2019/QH14, Articles 111 and 112).
class WorkingDays {
public:
    WorkingDays() = default;
    explicit WorkingDays(std::set<Date> holidays) : holidays_(std::move(holidays)) {}

    bool is_working_day(Date day) const;
    Date last_working_day_before(Date day) const;
    Date next_working_day_from(Date day) const;

private:
    std::set<Date> holidays_;
};

} // namespace tiendo
