#include "domain/period/period_name.hpp"

#include "base/result.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>

namespace tiendo {
namespace {

constexpr int months_of_a_year = 12;
constexpr int first_year = 1900;
constexpr int school_year_begins = 8; ///< months before September
constexpr std::string_view school_year_mark = "Sep";
constexpr int decree_first_day = 15;

int number_in(std::string_view text)
{
    int number = -1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() ? number : -1;
}

int months_in(PeriodLength length)
{
    switch (length) {
    case PeriodLength::month:
        return 1;
    case PeriodLength::quarter:
        return 3;
    case PeriodLength::half_year:
        return 6;
    case PeriodLength::nine_months:
        return 9;
    case PeriodLength::year:
    case PeriodLength::school_year:
        return months_of_a_year;
    }
    return months_of_a_year;
}

/// Months counted from the year nought, the last one excluded: lengths compare and shift as
/// numbers.
struct Months {
    int from;
    int to;
};

Months months_of(const PeriodName& name)
{
    const int length = months_in(name.length);
    int from = name.year * months_of_a_year + (name.number - 1) * length;
    if (name.length == PeriodLength::school_year)
        from = name.year * months_of_a_year + school_year_begins;
    return {from, from + length};
}

/// The period of that length that holds a month.
std::optional<PeriodName> holding(int month, PeriodLength length)
{
    const int year = month / months_of_a_year;
    const int in_year = month % months_of_a_year;
    switch (length) {
    case PeriodLength::month:
    case PeriodLength::quarter:
    case PeriodLength::half_year:
        return PeriodName{year, length, in_year / months_in(length) + 1};
    case PeriodLength::nine_months:
        if (in_year >= months_in(length)) return std::nullopt;
        return PeriodName{year, length, 1};
    case PeriodLength::year:
        return PeriodName{year, length, 1};
    case PeriodLength::school_year:
        return PeriodName{in_year < school_year_begins ? year - 1 : year, length, 1};
    }
    return std::nullopt;
}

Date day_of_month(int month, unsigned day)
{
    return date(month / months_of_a_year, static_cast<unsigned>(month % months_of_a_year) + 1, day);
}

struct LengthName {
    std::string_view one;
    std::string_view many;
    PeriodLength length;
};

constexpr std::array<LengthName, 5> length_names{{
    {"MONTH", "MONTHS", PeriodLength::month},
    {"QUARTER", "QUARTERS", PeriodLength::quarter},
    {"SIX_MONTH", "SIXMONTHS", PeriodLength::half_year},
    {"YEAR", "YEARS", PeriodLength::year},
    {"FINANCIAL_YEAR", "FINANCIAL_YEARS", PeriodLength::school_year},
}};

bool take(std::string_view& text, std::string_view prefix)
{
    if (!text.starts_with(prefix)) return false;
    text.remove_prefix(prefix.size());
    return true;
}

/// "LAST_12_MONTHS" → the twelve that ended before today's.
std::vector<PeriodName> last_ones(std::string_view rest, const LengthName& kind, PeriodName now)
{
    constexpr int most = 120;
    const auto underscore = rest.find('_');
    if (underscore == std::string_view::npos || rest.substr(underscore + 1) != kind.many) return {};
    const int count = number_in(rest.substr(0, underscore));
    std::vector<PeriodName> found;
    for (int back = count; count <= most && back >= 1; --back)
        found.push_back(shifted(now, -back));
    return found;
}

} // namespace

std::optional<PeriodName> parse_period(const PeriodId& id)
{
    const std::string_view text = id.str();
    if (text.size() < 4) return std::nullopt;
    const int year = number_in(text.substr(0, 4));
    if (year < first_year) return std::nullopt;
    const auto rest = text.substr(4);
    if (rest.empty()) return PeriodName{year, PeriodLength::year, 1};
    if (rest == "N9") return PeriodName{year, PeriodLength::nine_months, 1};
    if (rest == school_year_mark) return PeriodName{year, PeriodLength::school_year, 1};
    const auto in = [](int number, int highest) { return number >= 1 && number <= highest; };
    if (rest.size() == 2 && rest[0] == 'Q' && in(number_in(rest.substr(1)), 4))
        return PeriodName{year, PeriodLength::quarter, number_in(rest.substr(1))};
    if (rest.size() == 2 && rest[0] == 'S' && in(number_in(rest.substr(1)), 2))
        return PeriodName{year, PeriodLength::half_year, number_in(rest.substr(1))};
    if (rest.size() == 2 && in(number_in(rest), months_of_a_year))
        return PeriodName{year, PeriodLength::month, number_in(rest)};
    return std::nullopt;
}

PeriodId id_of(const PeriodName& name)
{
    switch (name.length) {
    case PeriodLength::month:
        return PeriodId(fmt::format("{:04}{:02}", name.year, name.number));
    case PeriodLength::quarter:
        return PeriodId(fmt::format("{:04}Q{}", name.year, name.number));
    case PeriodLength::half_year:
        return PeriodId(fmt::format("{:04}S{}", name.year, name.number));
    case PeriodLength::nine_months:
        return PeriodId(fmt::format("{:04}N9", name.year));
    case PeriodLength::year:
        return PeriodId(fmt::format("{:04}", name.year));
    case PeriodLength::school_year:
        return PeriodId(fmt::format("{:04}{}", name.year, school_year_mark));
    }
    return {};
}

PeriodId same_period_last_year(const PeriodId& id)
{
    auto name = parse_period(id);
    ensure(name.has_value(), "a period's id can be read");
    --name->year;
    return id_of(*name);
}

Window calendar_window(const PeriodName& name)
{
    const auto months = months_of(name);
    return {day_of_month(months.from, 1), add_days(day_of_month(months.to, 1), -1)};
}

Window decree_window(const PeriodName& name)
{
    const auto months = months_of(name);
    return {
        day_of_month(months.from - 1, decree_first_day),
        day_of_month(months.to - 1, decree_first_day - 1)
    };
}

Window window_of(const PeriodName& name, ReportingCalendar calendar)
{
    return calendar == ReportingCalendar::decree ? decree_window(name) : calendar_window(name);
}

ReportingCalendar calendar_followed(const PeriodName& name, const Window& window)
{
    return window == calendar_window(name) ? ReportingCalendar::statistical
                                           : ReportingCalendar::decree;
}

std::optional<PeriodName> period_on(Date day, PeriodLength length, ReportingCalendar calendar)
{
    int month = static_cast<int>(day.year()) * months_of_a_year +
                static_cast<int>(static_cast<unsigned>(day.month())) - 1;
    const bool is_late = static_cast<unsigned>(day.day()) >= unsigned{decree_first_day};
    if (calendar == ReportingCalendar::decree && is_late) ++month;
    return holding(month, length);
}

PeriodName shifted(const PeriodName& name, int count)
{
    // Nine months come once a year; all other periods follow upon each other without a gap.
    const bool is_yearly = name.length == PeriodLength::nine_months;
    const int step = is_yearly ? months_of_a_year : months_in(name.length);
    const auto found = holding(months_of(name).from + count * step, name.length);
    ensure(found.has_value(), "a period has a next one");
    return *found;
}

bool is_within(const PeriodName& part, const PeriodName& whole)
{
    const auto inner = months_of(part);
    const auto outer = months_of(whole);
    return outer.from <= inner.from && inner.to <= outer.to;
}

std::vector<PeriodName> parts_of(const PeriodName& whole, PeriodLength length)
{
    const auto months = months_of(whole);
    std::vector<PeriodName> parts;
    for (int month = months.from; month < months.to;) {
        const auto part = holding(month, length);
        if (!part || months_of(*part).from != month || months_of(*part).to > months.to) return {};
        parts.push_back(*part);
        month = months_of(*part).to;
    }
    return parts;
}

std::vector<PeriodId>
relative_periods(std::string_view name, Date today, ReportingCalendar calendar)
{
    std::vector<PeriodName> found;
    const auto year = *period_on(today, PeriodLength::year, calendar);
    for (const auto& kind : length_names) {
        const auto now = *period_on(today, kind.length, calendar);
        auto text = name;
        if (take(text, "THIS_")) {
            if (text == kind.one) found = {now};
        } else if (take(text, "LAST_")) {
            found = text == kind.one ? std::vector{shifted(now, -1)} : last_ones(text, kind, now);
        } else if (take(text, kind.many)) {
            if (text == "_THIS_YEAR") found = parts_of(year, kind.length);
            if (text == "_LAST_YEAR") found = parts_of(shifted(year, -1), kind.length);
        }
        if (!found.empty()) break;
    }
    std::vector<PeriodId> ids;
    ids.reserve(found.size());
    for (const auto& period : found)
        ids.push_back(id_of(period));
    return ids;
}

} // namespace tiendo
