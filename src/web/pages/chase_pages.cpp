#include "web/pages/chase_pages.hpp"

#include "base/day_text.hpp"
#include "base/text.hpp"
#include "web/pages/plan_period.hpp"

#include <algorithm>

namespace tiendo::web {

namespace {

constexpr int office_closes_at = 17;

} // namespace

std::string ChaseOf::page(std::string_view name) const
{
    return addresses().page("don-doc/" + std::string(name));
}

Result<ChaseOf> chase_named(app::Work& work, const Request& request)
{
    const auto plan = plan_in_address(request);
    const auto posted = request.form["ky"];
    if (!posted.empty()) return ChaseOf{plan, PeriodId(std::string(posted))};
    return ChaseOf{plan, TRY(required_period(work, plan, request))};
}

std::vector<UnitId> chosen_units(const Request& request)
{
    std::vector<UnitId> units;
    const auto& fields = request.method == Method::get ? request.query : request.form;
    for (auto& unit : fields.all("dv"))
        units.emplace_back(std::move(unit));
    return units;
}

view::List chosen_view(const app::Chase& chase, const std::vector<UnitId>& chosen)
{
    view::List list;
    for (const auto& line : chase.lines) {
        const auto& unit = line.dues.unit;
        if (std::ranges::find(chosen, unit.id) == chosen.end()) continue;
        list.emplace_back(view::Object{{"id", unit.id.str()}, {"name", unit.name}});
    }
    return list;
}

std::optional<Instant> typed_hour(std::string_view text)
{
    if (const auto minute = parse_iso_minute(trim(text))) return minute;
    if (const auto moment = read_typed_moment(trim(text))) return moment;
    const auto day = read_typed_day(trim(text));
    if (!day) return std::nullopt;
    return instant_of({*day, office_closes_at, 0});
}

void show_way_to_chase(Visit& visit, const ChaseOf& of)
{
    visit.frame.breadcrumb = {{visit.words.text("menu.reminders"), of.addresses().page("don-doc")}};
}

} // namespace tiendo::web
