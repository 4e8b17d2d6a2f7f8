#include "domain/period/period.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace tiendo {
namespace {

constexpr int office_closes_at = 17;

int number_in(std::string_view text)
{
    int number = -1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() ? number : -1;
}

struct Months {
    int first;
    int last;
};

Months months_of(const PeriodName& name)
{
    switch (name.length) {
    case PeriodLength::month:
        return {name.number, name.number};
    case PeriodLength::quarter:
        return {name.number * 3 - 2, name.number * 3};
    case PeriodLength::half_year:
        return {name.number * 6 - 5, name.number * 6};
    case PeriodLength::nine_months:
        return {1, 9};
    case PeriodLength::year:
        return {1, 12};
    }
    return {1, 12};
}

} // namespace

std::optional<PeriodName> parse_period(const PeriodId& id)
{
    const std::string_view text = id.str();
    if (text.size() < 4) return std::nullopt;
    const int year = number_in(text.substr(0, 4));
    if (year < 1900) return std::nullopt;
    const auto rest = text.substr(4);
    if (rest.empty()) return PeriodName{year, PeriodLength::year, 1};
    if (rest == "N9") return PeriodName{year, PeriodLength::nine_months, 1};
    const auto in = [](int number, int highest) { return number >= 1 && number <= highest; };
    if (rest.size() == 2 && rest[0] == 'Q' && in(number_in(rest.substr(1)), 4)) {
        return PeriodName{year, PeriodLength::quarter, number_in(rest.substr(1))};
    }
    if (rest.size() == 2 && rest[0] == 'S' && in(number_in(rest.substr(1)), 2)) {
        return PeriodName{year, PeriodLength::half_year, number_in(rest.substr(1))};
    }
    if (rest.size() == 2 && in(number_in(rest), 12))
        return PeriodName{year, PeriodLength::month, number_in(rest)};
    return std::nullopt;
}

PeriodId same_period_last_year(const PeriodId& id)
{
    const auto name = parse_period(id);
    ensure(name.has_value(), "a period's id can be read");
    return PeriodId(fmt::format("{:04}{}", name->year - 1, id.str().substr(4)));
}

Window calendar_window(const PeriodName& name)
{
    const auto months = months_of(name);
    const auto last_month = std::chrono::year{name.year} / months.last / std::chrono::last;
    return {date(name.year, static_cast<unsigned>(months.first), 1), Date{last_month}};
}

Window decree_window(const PeriodName& name)
{
    const auto months = months_of(name);
    const auto from = months.first == 1
                          ? date(name.year - 1, 12, 15)
                          : date(name.year, static_cast<unsigned>(months.first - 1), 15);
    return {from, date(name.year, static_cast<unsigned>(months.last), 14)};
}

bool Period::closes_after_deadline() const
{
    return local_time(deadline).day <= window.to;
}

PeriodProposal
propose_period(const PeriodId& id, const std::vector<ReadReport>& reports, const WorkingDays& days)
{
    const auto name = parse_period(id);
    ensure(name.has_value(), "a period's id can be read");

    PeriodProposal proposal;
    proposal.period.id = id;
    proposal.period.window = decree_window(*name);
    const auto in_year = [&](const ReadReport& report) {
        const auto day = parse_iso_date(report.due);
        return day && static_cast<int>(day->year()) == name->year;
    };
    auto last_day = days.last_working_day_before(add_days(proposal.period.window.to, 1));
    const auto dated = std::ranges::find_if(reports, in_year);
    if (name->length == PeriodLength::year && dated != reports.end()) {
        const auto day = *parse_iso_date(dated->due);
        proposal.day_in_plan = day;
        proposal.before = dated->before;
        proposal.lines = dated->lines;
        proposal.day_is_no_working_day = !days.is_working_day(day);
        last_day = days.last_working_day_before(dated->before ? day : add_days(day, 1));
    }
    proposal.period.deadline = instant_of({last_day, office_closes_at, 0});
    return proposal;
}

} // namespace tiendo
