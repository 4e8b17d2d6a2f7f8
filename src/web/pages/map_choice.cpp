#include "web/pages/map_choice.hpp"

#include "base/day_text.hpp"
#include "domain/org/unit_map.hpp"

#include <algorithm>

namespace tiendo::web {

namespace {

/// Older reorganisations are reached by typing a day.
constexpr std::size_t days_offered = 3;

struct Offered {
    Date day{};
    std::string words{};
};

std::string address_of(const MapChoice& choice, Date day)
{
    auto address = choice.page + "?";
    for (const auto& [name, value] : choice.fields)
        address += name + "=" + value + "&";
    return address + "ngay=" + iso_date(day);
}

/// From the oldest map to the newest.
std::vector<Offered>
offered(const MapChoice& choice, const std::vector<Date>& changes, const Wording& words)
{
    const auto said = [&](const char* key, Date day) {
        return words.text(key, {{"day", words.day(day)}});
    };
    std::vector<Offered> before;
    std::vector<Offered> after;
    for (const auto& day : changes) {
        if (day > choice.today)
            after.push_back({day, said("unit_map.from", day)});
        else
            before.push_back({add_days(day, -1), said("unit_map.before", day)});
    }
    // The newest stand first among the changes.
    if (after.size() > days_offered) after.erase(after.begin(), after.end() - days_offered);
    if (before.size() > days_offered) before.resize(days_offered);
    std::ranges::reverse(before);
    std::ranges::reverse(after);
    before.push_back({choice.today, words.text("unit_map.today")});
    before.insert(before.end(), after.begin(), after.end());
    return before;
}

/// The map is the same all the days between two changes.
bool is_same_map(Date a, Date b, const std::vector<Date>& changes)
{
    return std::ranges::all_of(changes, [&](Date day) { return (a < day) == (b < day); });
}

} // namespace

Result<Date> map_day_in(const Request& request, Date today)
{
    const auto asked = request.query["ngay"];
    if (asked.empty()) return today;
    const auto day = read_typed_day(asked);
    if (!day) return refuse(Refusal::invalid, "unit_map.no_day", {{"day", std::string(asked)}});
    return *day;
}

bool set_map_choice(
    view::Object& data,
    const MapChoice& choice,
    const UnitDirectory& directory,
    const Wording& words
)
{
    const auto changes = days_of_change(choice.units, directory);
    data.set("has_map_choice", !changes.empty());
    if (changes.empty()) return false;
    view::List maps;
    bool is_offered = false;
    for (const auto& each : offered(choice, changes, words)) {
        const bool is_chosen = !is_offered && is_same_map(each.day, choice.day, changes);
        is_offered = is_offered || is_chosen;
        maps.emplace_back(view::Object{
            {"label", each.words}, {"path", address_of(choice, each.day)}, {"is_chosen", is_chosen}
        });
    }
    view::List fields;
    for (const auto& [name, value] : choice.fields)
        fields.emplace_back(view::Object{{"name", name}, {"value", value}});
    data.set("maps", std::move(maps));
    data.set("map_fields", std::move(fields));
    data.set("map_page", choice.page);
    data.set("map_day", vietnamese_date(choice.day));
    return true;
}

} // namespace tiendo::web
