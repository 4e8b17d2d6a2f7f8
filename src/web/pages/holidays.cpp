#include "web/pages/holidays.hpp"

#include "app/org/holidays.hpp"
#include "base/day_text.hpp"
#include "base/text.hpp"
#include "web/error_page.hpp"
#include "web/gate.hpp"

#include <array>
#include <charconv>

namespace tiendo::web {

namespace {

constexpr int first_year = 2000;
constexpr int last_year = 2100;

constexpr std::array<const char*, 7> weekdays{
    "weekday.sunday",
    "weekday.monday",
    "weekday.tuesday",
    "weekday.wednesday",
    "weekday.thursday",
    "weekday.friday",
    "weekday.saturday",
};

std::string weekday_words(Date day, const Wording& words)
{
    return words.text(weekdays.at(std::chrono::weekday{std::chrono::sys_days{day}}.c_encoding()));
}

std::optional<int> year_in(std::string_view text)
{
    int year = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    if (year < first_year || year > last_year) return std::nullopt;
    return year;
}

std::string year_path(int year)
{
    return "/ngay-nghi?nam=" + std::to_string(year);
}

view::Object day_row(const app::ListedDay& listed, const Wording& words)
{
    const auto& special = listed.day;
    const bool is_ordinary = special.kind == DayKind::ordinary;
    return {
        {"day", words.day(special.day)},
        {"iso", iso_date(special.day)},
        {"weekday", weekday_words(special.day, words)},
        {"kind", words.text(std::string("holidays.kind_") + name_of(special.kind))},
        {"name", special.name},
        {"is_own", listed.is_own},
        {"drop",
         words.text(
             listed.is_own && listed.is_known ? "holidays.restore" : "holidays.drop",
             {{"day", words.day(special.day)}}
         )},
        {"is_ordinary", is_ordinary},
    };
}

view::List kind_choices(std::string_view chosen, const Wording& words)
{
    view::List choices;
    for (const auto kind : {DayKind::off, DayKind::work})
        choices.emplace_back(view::Object{
            {"value", name_of(kind)},
            {"label", words.text(std::string("holidays.kind_") + name_of(kind))},
            {"is_chosen", chosen == name_of(kind)}
        });
    return choices;
}

Result<Response> shown(Visit& visit, const Request& request, const Error* error)
{
    const auto& words = visit.words;
    const auto list = visit.read([&](app::Work& work) {
        const auto this_year = static_cast<int>(local_time(work.now).day.year());
        const auto typed = read_typed_day(request.form["day"]);
        const auto asked = year_in(request.query["nam"])
                               .value_or(typed ? static_cast<int>(typed->year()) : this_year);
        return app::holiday_list(work, asked);
    });
    view::List rows;
    for (const auto& day : list.days)
        rows.emplace_back(day_row(day, words));
    const auto year = std::to_string(list.year);
    view::Object data{
        {"title", words.text("holidays.title", {{"year", year}})},
        {"before", std::to_string(list.year - 1)},
        {"before_path", year_path(list.year - 1)},
        {"after", std::to_string(list.year + 1)},
        {"after_path", year_path(list.year + 1)},
        {"is_announced", list.is_announced},
        {"not_announced", words.text("holidays.not_announced", {{"year", year}})},
        {"days", std::move(rows)},
        {"may_edit", may(visit.actor, Right::manage_holidays)},
        {"day", std::string(request.form["day"])},
        {"name", std::string(request.form["name"])},
        {"kinds", kind_choices(request.form["kind"], words)},
        {"has_problems", false},
    };
    if (error != nullptr) show_problems(data, *error, words);
    return html(
        visit.page("holidays", std::move(data)), error == nullptr ? 200 : status_of(error->kind)
    );
}

Result<Date> day_in(const Request& request)
{
    const auto text = request.form["day"];
    const auto typed = read_typed_day(text);
    if (!typed || !year_in(std::to_string(static_cast<int>(typed->year()))))
        return refuse(
            Refusal::invalid, "open_period.not_a_day", {{"text", std::string(text)}}, "day"
        );
    return *typed;
}

Response done_for(Date day, std::string_view key)
{
    return with_notice(
        see_other(year_path(static_cast<int>(day.year()))), key, {{"day", vietnamese_date(day)}}
    );
}

} // namespace

Result<Response> get_holidays(Visit& visit, const Request& request)
{
    return shown(visit, request, nullptr);
}

Result<Response> post_holiday(Visit& visit, const Request& request)
{
    const auto day = day_in(request);
    if (!day) return shown(visit, request, &day.error());
    const SpecialDay special{
        *day, day_kind_named(request.form["kind"]), std::string(request.form["name"])
    };
    const auto kept =
        visit.write([&](app::Work& work) { return app::keep_holiday(work, special); });
    if (!kept) return shown(visit, request, &kept.error());
    return done_for(*day, "holidays.kept");
}

Result<Response> post_dropped_holiday(Visit& visit, const Request& request)
{
    const auto day = parse_iso_date(request.form["listed"]);
    if (!day) return refuse(Refusal::invalid, "error.status_422_title");
    TRY(visit.write([&](app::Work& work) { return app::drop_holiday(work, *day); }));
    return done_for(*day, "holidays.changed");
}

} // namespace tiendo::web
