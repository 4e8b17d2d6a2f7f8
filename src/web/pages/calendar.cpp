#include "web/pages/calendar.hpp"

#include "app/org/holidays.hpp"
#include "app/period/periods.hpp"
#include "app/plan/plans.hpp"
#include "base/digest.hpp"
#include "domain/period/calendar.hpp"
#include "domain/report/report_writer.hpp"
#include "web/pages/plan_period.hpp"
#include "web/views/calendar_file.hpp"
#include "web/visit.hpp"

#include <algorithm>
#include <map>

namespace tiendo::web {

namespace {

constexpr std::size_t title_digits = 16;

struct Loaded {
    Plan plan{};
    std::vector<CalendarEvent> events{};
    std::map<Date, SpecialDay> special{};
    WorkingDays days{};
    Instant now{};
};

/// `year`: whose holidays are named.
Result<Loaded> load(app::Work& work, const PlanId& id, std::optional<int> year)
{
    Loaded loaded;
    loaded.plan = TRY(app::plan_in_use(work, id));
    loaded.events = calendar_of(loaded.plan, TRY(app::periods_of(work, id)));
    loaded.special =
        app::special_days(work, year.value_or(static_cast<int>(local_time(work.now).day.year())));
    loaded.days = app::working_days(work);
    loaded.now = work.now;
    return loaded;
}

std::string summary(const CalendarEvent& event, const Wording& words)
{
    if (event.kind == CalendarKind::campaign) return event.title;
    const auto text = words.text(
        std::string("calendar.") + name_of(event.kind),
        {{"period", without_capital(words.period(event.period))}}
    );
    return event.hour ? words.time(*event.hour) + " " + text : text;
}

using Month = std::chrono::year_month;

std::optional<Month> month_in(std::string_view text)
{
    const auto first = parse_iso_date(std::string(text) + "-01");
    if (!first) return std::nullopt;
    return Month{first->year(), first->month()};
}

Date first_day(Month month)
{
    return Date{month / 1};
}

Date last_day(Month month)
{
    return Date{month / std::chrono::last};
}

std::string month_address(const PlanId& plan, Month month)
{
    return "/ke-hoach/" + plan.str() + "/lich?thang=" + iso_date(first_day(month)).substr(0, 7);
}

std::string month_words(Month month, const Wording& words)
{
    return words.text(
        "calendar.month",
        {{"month", std::to_string(static_cast<unsigned>(month.month()))},
         {"year", std::to_string(static_cast<int>(month.year()))}}
    );
}

view::List event_list(const Loaded& loaded, Date day, const Wording& words)
{
    view::List list;
    for (const auto& event : loaded.events) {
        if (!event.is_on(day)) continue;
        list.emplace_back(view::Object{
            {"kind", name_of(event.kind)},
            {"text", summary(event, words)},
            {"is_on_day_off",
             event.kind != CalendarKind::campaign && !loaded.days.is_working_day(day)}
        });
    }
    return list;
}

view::Object day_view(const Loaded& loaded, Date day, Month month, const Wording& words)
{
    const auto holiday = loaded.special.find(day);
    const bool is_inside = day.year() == month.year() && day.month() == month.month();
    auto events = is_inside ? event_list(loaded, day, words) : view::List{};
    return {
        {"number", std::to_string(static_cast<unsigned>(day.day()))},
        {"is_inside", is_inside},
        {"is_today", day == local_time(loaded.now).day},
        {"is_day_off", !loaded.days.is_working_day(day)},
        {"has_holiday",
         is_inside && holiday != loaded.special.end() && !holiday->second.name.empty()},
        {"holiday", holiday == loaded.special.end() ? std::string() : holiday->second.name},
        {"has_events", !events.empty()},
        {"events", std::move(events)}
    };
}

/// Whole weeks, from Monday.
view::List weeks_of(const Loaded& loaded, Month month, const Wording& words)
{
    const std::chrono::weekday first{std::chrono::sys_days{first_day(month)}};
    auto day = add_days(first_day(month), 1 - static_cast<int>(first.iso_encoding()));
    view::List weeks;
    while (day <= last_day(month)) {
        view::List days;
        for (int i = 0; i < 7; ++i, day = add_days(day, 1))
            days.emplace_back(day_view(loaded, day, month, words));
        weeks.emplace_back(view::Object{{"days", std::move(days)}});
    }
    return weeks;
}

view::List agenda_of(const Loaded& loaded, Month month, const Wording& words)
{
    view::List list;
    for (const auto& event : loaded.events) {
        if (event.to < first_day(month) || last_day(month) < event.from) continue;
        const bool is_one_day = event.from == event.to;
        list.emplace_back(view::Object{
            {"days",
             is_one_day ? words.day(event.from)
                        : words.text(
                              "calendar.from_to",
                              {{"from", words.day(event.from)}, {"to", words.day(event.to)}}
                          )},
            {"text", summary(event, words)},
            {"is_on_day_off", is_one_day && !loaded.days.is_working_day(event.from)}
        });
    }
    return list;
}

/// The first event after the month, for a month without any.
const CalendarEvent* next_after(const Loaded& loaded, Month month)
{
    const auto found = std::ranges::find_if(loaded.events, [&](const CalendarEvent& event) {
        return last_day(month) < event.from;
    });
    return found == loaded.events.end() ? nullptr : &*found;
}

} // namespace

Result<Response> get_calendar(Visit& visit, const Request& request)
{
    const auto plan = plan_in_address(request);
    const auto asked = month_in(request.query["thang"]);
    const auto year = asked ? std::optional(static_cast<int>(asked->year())) : std::nullopt;
    const auto loaded = TRY(visit.read([&](app::Work& work) { return load(work, plan, year); }));
    const auto& words = visit.words;
    const auto today = local_time(loaded.now).day;
    const auto month = asked.value_or(Month{today.year(), today.month()});
    const std::chrono::months one{1};
    auto agenda = agenda_of(loaded, month, words);
    const auto* next = next_after(loaded, month);
    const auto next_month = next == nullptr ? month : Month{next->from.year(), next->from.month()};
    return html(visit.page(
        "calendar",
        {{"title", words.text("calendar.title")},
         {"month", month_words(month, words)},
         {"before_path", month_address(plan, month - one)},
         {"before", month_words(month - one, words)},
         {"after_path", month_address(plan, month + one)},
         {"after", month_words(month + one, words)},
         {"file_path", "/ke-hoach/" + plan.str() + "/lich.ics"},
         {"holidays_path", "/ngay-nghi?nam=" + std::to_string(static_cast<int>(month.year()))},
         {"weeks", weeks_of(loaded, month, words)},
         {"has_agenda", !agenda.empty()},
         {"agenda", std::move(agenda)},
         {"has_next", next != nullptr},
         {"next_path", month_address(plan, next_month)},
         {"next", next == nullptr ? std::string() : summary(*next, words)}}
    ));
}

Result<Response> get_calendar_file(Visit& visit, const Request& request)
{
    const auto plan = plan_in_address(request);
    const auto loaded = TRY(visit.read([&](app::Work& work) { return load(work, plan, {}); }));
    std::vector<view::CalendarLine> lines;
    for (const auto& event : loaded.events) {
        // A campaign is known by its name, so that a calendar moves it with its days.
        const auto what = event.kind == CalendarKind::campaign
                              ? sha256_hex(event.title).substr(0, title_digits)
                              : event.period.str();
        lines.push_back(
            {event,
             summary(event, visit.words),
             std::string(name_of(event.kind)) + "-" + what + "-" + plan.str() + "@tiendo"}
        );
    }
    return download(
        view::calendar_file(lines, loaded.now), "lich-ke-hoach.ics", "text/calendar; charset=utf-8"
    );
}

} // namespace tiendo::web
