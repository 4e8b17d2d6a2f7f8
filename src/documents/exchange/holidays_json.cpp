#include "documents/exchange/holidays_json.hpp"

#include "documents/exchange/json_reader.hpp"
#include "embedded/data.hpp"

namespace tiendo::documents {

namespace {

namespace bj = boost::json;

void add_days_in(
    std::vector<SpecialDay>& days, const bj::object& year, const char* key, DayKind kind
)
{
    json::each_in(year, key, [&](const bj::object& object) {
        const auto from = json::day(object, "from");
        ensure(from.has_value(), "a holiday has a first day");
        const auto to = json::day(object, "to").value_or(*from);
        for (auto day = *from; day <= to; day = add_days(day, 1))
            days.push_back({day, kind, json::text(object, "name")});
    });
}

Holidays holidays_in(const bj::object& object)
{
    std::vector<Holidays::Yearly> every_year;
    json::each_in(object, "every_year", [&](const bj::object& yearly) {
        const auto day = parse_iso_date("2000-" + json::text(yearly, "day"));
        ensure(day.has_value(), "a yearly holiday has a month and a day");
        every_year.push_back(
            {static_cast<unsigned>(day->month()),
             static_cast<unsigned>(day->day()),
             json::text(yearly, "name")}
        );
    });
    std::map<int, std::vector<SpecialDay>> announced;
    json::each_in(object, "announced", [&](const bj::object& year) {
        auto& days = announced[static_cast<int>(json::whole(year, "year"))];
        add_days_in(days, year, "off", DayKind::off);
        add_days_in(days, year, "work", DayKind::work);
    });
    return Holidays(std::move(every_year), std::move(announced), json::text(object, "substitute"));
}

} // namespace

const Holidays& embedded_holidays()
{
    static const auto holidays = [] {
        auto read = json::reading(embedded::data("holidays.json"), holidays_in);
        ensure(read.has_value(), "data/holidays.json is well-formed");
        return std::move(read).value();
    }();
    return holidays;
}

} // namespace tiendo::documents
