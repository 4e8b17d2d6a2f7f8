#include "web/pages/units.hpp"

#include "app/org/directory.hpp"
#include "app/org/units.hpp"
#include "base/day_text.hpp"
#include "web/error_page.hpp"
#include "web/gate.hpp"
#include "web/pages/unit_directory.hpp"
#include "web/pages/unit_form.hpp"
#include "web/visit.hpp"

#include <algorithm>

namespace tiendo::web {

namespace {

struct Known {
    UnitDirectory units{};
    Date today{};
};

Known known(Visit& visit)
{
    return visit.read([](app::Work& work) {
        return Known{app::directory(work), local_time(work.now).day};
    });
}

view::Object form_view(const Visit& visit, const Unit& unit, const Known& all)
{
    const bool is_new = unit.id.empty();
    auto data = unit_fields(visit, unit, all.units);
    data.set("title", is_new ? visit.words.text("unit_admin.new_title") : unit.name);
    data.set("is_new", is_new);
    data.set("action", is_new ? std::string("/don-vi/them") : unit_path(unit.id));
    add_unit_history(data, all.units, unit.id);
    return data;
}

Response shown_again(Visit& visit, std::string_view page, view::Object data, const Error& error)
{
    show_problems(data, error, visit.words);
    return html(visit.page(page, std::move(data)), status_of(error.kind));
}

void show_way_back(Visit& visit)
{
    visit.frame.breadcrumb = {{visit.words.text("unit_admin.list_title"), "/don-vi"}};
}

Result<Unit> unit_of(const Known& all, const Request& request)
{
    const UnitId id{std::string(request.path_parameters["unit"])};
    const auto* unit = all.units.find(id);
    if (unit == nullptr)
        return refuse(Refusal::not_found, "unit_admin.unknown", {{"unit", id.str()}});
    return *unit;
}

} // namespace

Result<Response> get_new_unit(Visit& visit, const Request&)
{
    show_way_back(visit);
    Unit unit;
    unit.kind = UnitKind::commune;
    return html(visit.page("unit", form_view(visit, unit, known(visit))));
}

Result<Response> post_new_unit(Visit& visit, const Request& request)
{
    show_way_back(visit);
    const auto unit = unit_in(request, {});
    if (!unit) return shown_again(visit, "unit", form_view(visit, {}, known(visit)), unit.error());
    const auto added = visit.write([&](app::Work& work) { return app::add_unit(work, *unit); });
    if (!added)
        return shown_again(visit, "unit", form_view(visit, *unit, known(visit)), added.error());
    return with_notice(see_other("/don-vi"), "unit_admin.added", {{"name", unit->name}});
}

Result<Response> get_unit(Visit& visit, const Request& request)
{
    show_way_back(visit);
    const auto all = known(visit);
    const auto unit = TRY(unit_of(all, request));
    return html(visit.page("unit", form_view(visit, unit, all)));
}

Result<Response> post_unit(Visit& visit, const Request& request)
{
    show_way_back(visit);
    const auto all = known(visit);
    const auto before = TRY(unit_of(all, request));
    const auto unit = unit_in(request, before);
    if (!unit) return shown_again(visit, "unit", form_view(visit, before, all), unit.error());
    const auto changed =
        visit.write([&](app::Work& work) { return app::change_unit(work, *unit); });
    if (!changed) return shown_again(visit, "unit", form_view(visit, *unit, all), changed.error());
    return with_notice(see_other("/don-vi"), "unit_admin.changed", {{"name", unit->name}});
}

} // namespace tiendo::web
