#include "domain/period/holidays.hpp"

#include "base/text.hpp"

namespace tiendo {
namespace {

constexpr int first_year = 2015;
constexpr int last_year = 2050;

bool is_weekend(Date day)
{
    return !WorkingDays().is_working_day(day);
}

} // namespace

Holidays::Holidays(
    std::vector<Yearly> every_year,
    std::map<int, std::vector<SpecialDay>> announced,
    std::string substitute
)
    : every_year_(std::move(every_year)), announced_(std::move(announced)),
      substitute_(std::move(substitute))
{
}

/// Article 111.3: a holiday on a weekly day of rest is made up for on the next working day.
void Holidays::add_substitutes(std::map<Date, SpecialDay>& days) const
{
    const auto holidays = days;
    for (const auto& [day, holiday] : holidays) {
        if (!is_weekend(day)) continue;
        auto next = day;
        while (is_weekend(next) || days.contains(next))
            next = add_days(next, 1);
        days[next] = {next, DayKind::off, replace_all(substitute_, "{name}", holiday.name)};
    }
}

std::vector<SpecialDay> Holidays::of_year(int year) const
{
    std::map<Date, SpecialDay> days;
    for (const auto& yearly : every_year_) {
        const auto day = date(year, yearly.month, yearly.day);
        days[day] = {day, DayKind::off, yearly.name};
    }
    if (const auto found = announced_.find(year); found != announced_.end())
        for (const auto& day : found->second)
            days[day.day] = day;
    else
        add_substitutes(days);
    std::vector<SpecialDay> listed;
    for (auto& [day, special] : days)
        listed.push_back(std::move(special));
    return listed;
}

std::map<Date, SpecialDay>
special_days(const Holidays& holidays, const std::vector<SpecialDay>& kept, int year)
{
    std::map<Date, SpecialDay> days;
    for (auto& day : holidays.of_year(year))
        days[day.day] = std::move(day);
    for (const auto& day : kept)
        if (static_cast<int>(day.day.year()) == year) days[day.day] = day;
    return days;
}

WorkingDays working_days(const Holidays& holidays, const std::vector<SpecialDay>& kept)
{
    std::set<Date> unlike_their_weekday;
    const auto take = [&](const SpecialDay& day) {
        const bool is_worked = day.kind == DayKind::work;
        const bool is_off = day.kind == DayKind::off;
        if (is_weekend(day.day) ? is_worked : is_off)
            unlike_their_weekday.insert(day.day);
        else
            unlike_their_weekday.erase(day.day);
    };
    for (int year = first_year; year <= last_year; ++year)
        for (const auto& day : holidays.of_year(year))
            take(day);
    for (const auto& day : kept)
        take(day);
    return WorkingDays(std::move(unlike_their_weekday));
}

const char* name_of(DayKind kind)
{
    switch (kind) {
    case DayKind::off:
        return "off";
    case DayKind::work:
        return "work";
    case DayKind::ordinary:
        return "ordinary";
    }
    return "off";
}

DayKind day_kind_named(std::string_view name)
{
    if (name == "work") return DayKind::work;
    return name == "ordinary" ? DayKind::ordinary : DayKind::off;
}

} // namespace tiendo
