#include "app/org/holidays.hpp"

#include "base/text.hpp"
#include "documents/exchange/holidays_json.hpp"

#include <algorithm>

namespace tiendo::app {
namespace {

constexpr std::size_t name_bytes_max = 200;

std::vector<SpecialDay> kept_days(Work& work)
{
    std::vector<SpecialDay> days;
    for (auto& record : work.kept.library().holidays())
        days.push_back({record.day, day_kind_named(record.kind), std::move(record.name)});
    return days;
}

bool holds(const std::vector<SpecialDay>& days, Date day)
{
    return std::ranges::find(days, day, &SpecialDay::day) != days.end();
}

bool is_brought_along(Date day)
{
    return holds(documents::embedded_holidays().of_year(static_cast<int>(day.year())), day);
}

} // namespace

std::map<Date, SpecialDay> special_days(Work& work, int year)
{
    return tiendo::special_days(documents::embedded_holidays(), kept_days(work), year);
}

HolidayList holiday_list(Work& work, int year)
{
    const auto kept = kept_days(work);
    HolidayList list;
    list.year = year;
    list.is_announced = documents::embedded_holidays().is_announced(year);
    for (auto& [day, special] : tiendo::special_days(documents::embedded_holidays(), kept, year))
        list.days.push_back({special, holds(kept, day), is_brought_along(day)});
    return list;
}

Result<Done> keep_holiday(Work& work, const SpecialDay& day)
{
    TRY(require(work, Right::manage_holidays));
    const auto name = squeeze(day.name);
    if (name.empty() && day.kind != DayKind::ordinary)
        return refuse(Refusal::invalid, "holidays.name_missing", {}, "name");
    if (name.size() > name_bytes_max)
        return refuse(Refusal::invalid, "holidays.name_too_long", {}, "name");
    const bool is_weekend = !WorkingDays().is_working_day(day.day);
    if (day.kind == DayKind::work && !is_weekend && !is_brought_along(day.day))
        return refuse(
            Refusal::invalid, "holidays.works_anyway", {{"day", vietnamese_date(day.day)}}, "day"
        );
    work.kept.library().put(store::Holiday{day.day, name, name_of(day.kind)});
    record(work, "holiday.kept", {.thing = iso_date(day.day)});
    return done;
}

Result<Done> drop_holiday(Work& work, Date day)
{
    TRY(require(work, Right::manage_holidays));
    const auto kept = kept_days(work);
    const auto own = std::ranges::find(kept, day, &SpecialDay::day);
    if (own != kept.end()) {
        work.kept.library().remove_holiday(day);
    } else if (is_brought_along(day)) {
        work.kept.library().put(store::Holiday{day, "", name_of(DayKind::ordinary)});
    } else {
        return refuse(
            Refusal::not_found, "holidays.not_listed", {{"day", vietnamese_date(day)}}, "day"
        );
    }
    record(work, "holiday.dropped", {.thing = iso_date(day)});
    return done;
}

WorkingDays working_days(Work& work)
{
    return tiendo::working_days(documents::embedded_holidays(), kept_days(work));
}

} // namespace tiendo::app
