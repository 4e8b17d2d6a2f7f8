#include "base/date.hpp"

#include <fmt/format.h>

#include <charconv>

namespace tiendo {
namespace {

using std::chrono::sys_days;

std::optional<int> digits(std::string_view text)
{
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || text.empty() ||
        text[0] == '-') {
        return std::nullopt;
    }
    return number;
}

} // namespace

Date date(int year, unsigned month, unsigned day)
{
    return Date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
}

Date add_days(Date day, int count)
{
    return Date{sys_days{day} + std::chrono::days{count}};
}

int days_between(Date from, Date to)
{
    return static_cast<int>((sys_days{to} - sys_days{from}).count());
}

LocalTime local_time(Instant instant)
{
    const std::chrono::sys_seconds local{std::chrono::seconds{instant.seconds} + vietnam_offset};
    const auto day = std::chrono::floor<std::chrono::days>(local);
    const auto minutes = std::chrono::floor<std::chrono::minutes>(local - day).count();
    return {Date{day}, static_cast<int>(minutes / 60), static_cast<int>(minutes % 60)};
}

Instant instant_of(const LocalTime& time)
{
    const auto local = std::chrono::sys_seconds{sys_days{time.day}} +
                       std::chrono::hours{time.hour} + std::chrono::minutes{time.minute};
    return {(local - vietnam_offset).time_since_epoch().count()};
}

std::optional<Date> parse_iso_date(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = digits(text.substr(0, 4));
    const auto month = digits(text.substr(5, 2));
    const auto day = digits(text.substr(8, 2));
    if (!year || !month || !day) return std::nullopt;
    const auto result = date(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
    if (!result.ok()) return std::nullopt;
    return result;
}

std::string iso_date(Date day)
{
    return fmt::format(
        "{:04}-{:02}-{:02}",
        static_cast<int>(day.year()),
        static_cast<unsigned>(day.month()),
        static_cast<unsigned>(day.day())
    );
}

std::string iso_minute(Instant instant)
{
    return iso_date(local_time(instant).day) + "T" + clock_time(instant);
}

std::optional<Instant> parse_iso_minute(std::string_view text)
{
    if (text.size() != 16 || text[10] != 'T' || text[13] != ':') return std::nullopt;
    const auto day = parse_iso_date(text.substr(0, 10));
    const auto hour = digits(text.substr(11, 2));
    const auto minute = digits(text.substr(14, 2));
    if (!day || !hour || !minute || *hour > 23 || *minute > 59) return std::nullopt;
    return instant_of({*day, *hour, *minute});
}

std::string vietnamese_date(Date day)
{
    return fmt::format(
        "{:02}/{:02}/{:04}",
        static_cast<unsigned>(day.day()),
        static_cast<unsigned>(day.month()),
        static_cast<int>(day.year())
    );
}

std::string clock_time(Instant instant)
{
    const auto time = local_time(instant);
    return fmt::format("{:02}:{:02}", time.hour, time.minute);
}

bool WorkingDays::is_working_day(Date day) const
{
    const std::chrono::weekday weekday{sys_days{day}};
    const bool is_weekend = weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
    return is_weekend == holidays_.contains(day);
}

Date WorkingDays::last_working_day_before(Date day) const
{
    do {
        day = add_days(day, -1);
    } while (!is_working_day(day));
    return day;
}

Date WorkingDays::next_working_day_from(Date day) const
{
    while (!is_working_day(day))
        day = add_days(day, 1);
    return day;
}

} // namespace tiendo
