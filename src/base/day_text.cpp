#include "base/day_text.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <charconv>
#include <vector>

namespace tiendo {
namespace {

/// A whole number of one to `digits_max` digits and nothing else.
std::optional<int> whole(std::string_view text, std::size_t digits_max)
{
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    if (text.empty() || text.size() > digits_max || !std::ranges::all_of(text, is_digit))
        return std::nullopt;
    int number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

std::optional<Date> existing(int year, int month, int day)
{
    const auto result = date(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
    return result.ok() ? std::optional(result) : std::nullopt;
}

/// "8/12/2023" as its parts, whichever of the three signs parts them.
std::vector<std::string> parts_of(std::string_view text)
{
    return split(replace_all(replace_all(squeeze(text), "-", "/"), ".", "/"), '/');
}

struct ClockTime {
    int hour = 0;
    int minute = 0;
};

/// "17:00", "17h30", "17h"
std::optional<ClockTime> clock_time_in(const std::string& text)
{
    const auto mark = text.find_first_of(":h");
    if (mark == std::string::npos) return std::nullopt;
    const auto rest = text.substr(mark + 1);
    const auto hour = whole(text.substr(0, mark), 2);
    const auto minute = rest.empty() && text[mark] == 'h' ? 0 : whole(rest, 2);
    if (!hour || !minute || *hour > 23 || *minute > 59) return std::nullopt;
    return ClockTime{*hour, *minute};
}

} // namespace

std::optional<Date> read_typed_day(std::string_view text)
{
    const auto parts = parts_of(text);
    if (parts.size() != 3) return std::nullopt;
    const bool year_first = parts[0].size() == 4;
    const auto& written_year = year_first ? parts[0] : parts[2];
    const auto year = whole(written_year, 4);
    const auto month = whole(parts[1], 2);
    const auto day = whole(year_first ? parts[2] : parts[0], 2);
    if (!year || !month || !day || written_year.size() != 4) return std::nullopt;
    return existing(*year, *month, *day);
}

std::optional<Date> read_typed_day(std::string_view text, int year)
{
    const auto parts = parts_of(text);
    if (parts.size() != 2) return read_typed_day(text);
    const auto day = whole(parts[0], 2);
    const auto month = whole(parts[1], 2);
    if (!day || !month) return std::nullopt;
    return existing(year, *month, *day);
}

std::optional<Instant> read_typed_moment(std::string_view text)
{
    if (const auto iso = parse_iso_minute(trim(text))) return iso;
    auto plain = to_lower(text);
    for (const auto* word : {"ngày", "phút", ","})
        plain = replace_all(plain, word, " ");
    std::optional<Date> day;
    std::string clock;
    for (const auto& word : split(squeeze(replace_all(plain, "giờ", "h")), ' ')) {
        const auto read = read_typed_day(word);
        if (read && day) return std::nullopt;
        if (read)
            day = read;
        else
            clock += word;
    }
    const auto time = clock_time_in(clock);
    if (!day || !time) return std::nullopt;
    return instant_of({*day, time->hour, time->minute});
}

std::string typed_moment(Instant instant)
{
    return clock_time(instant) + " " + vietnamese_date(local_time(instant).day);
}

} // namespace tiendo
