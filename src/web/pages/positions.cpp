#include "web/pages/positions.hpp"

#include "app/admin/positions.hpp"
#include "app/org/directory.hpp"
#include "web/gate.hpp"
#include "web/pages/account_form.hpp"

namespace tiendo::web {

namespace {

UnitId unit_in(const Request& request)
{
    return UnitId{std::string(request.form["don-vi"])};
}

std::string unit_name(Visit& visit, const UnitId& id)
{
    return visit.read([&](app::Work& work) {
        const auto units = app::directory(work);
        const auto* unit = units.find(id);
        return unit == nullptr ? visit.words.text("position.of_no_unit") : unit->name;
    });
}

} // namespace

Result<Response> post_position(Visit& visit, const Request& request)
{
    const auto unit = unit_in(request);
    TRY(visit.write([&](app::Work& work) { return app::change_position(work, visit.session, unit); }
    ));
    const auto next = request.form["tiep"];
    return with_notice(
        see_other(is_own_path(next) ? next : "/"),
        "position.changed_notice",
        {{"unit", unit_name(visit, unit)}}
    );
}

Result<Response> post_given_position(Visit& visit, const Request& request)
{
    const auto login = login_in(request);
    const Position position{
        unit_named(visit, request.form["position_unit"]), roles_in(request, "position_roles")
    };
    const auto given =
        visit.write([&](app::Work& work) { return app::give_position(work, login, position); });
    if (!given) {
        const auto account =
            TRY(visit.read([&](app::Work& work) { return app::account_of(work, login); }));
        return shown(visit, {account, false, position}, &given.error());
    }
    return with_notice(
        see_other("/nguoi-dung/" + login),
        "position.given_notice",
        {{"unit", unit_name(visit, position.unit)}}
    );
}

Result<Response> post_ended_position(Visit& visit, const Request& request)
{
    const auto login = login_in(request);
    const auto unit = unit_in(request);
    TRY(visit.write([&](app::Work& work) { return app::end_position(work, login, unit); }));
    return with_notice(
        see_other("/nguoi-dung/" + login),
        "position.ended_notice",
        {{"unit", unit_name(visit, unit)}}
    );
}

} // namespace tiendo::web
