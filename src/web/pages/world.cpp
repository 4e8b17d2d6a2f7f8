#include "web/pages/world.hpp"

#include "app/world/sample_world.hpp"
#include "web/gate.hpp"

namespace tiendo::web {

std::vector<MenuEntry> sample_acts(const app::Work& work, const Wording& words)
{
    std::vector<MenuEntry> acts;
    for (const auto& day : app::days_ahead(work)) {
        acts.push_back(
            {words.text("world.go_to", {{"day", words.day(day)}}),
             "/the-gioi-mau/toi/" + iso_date(day),
             false}
        );
    }
    acts.push_back({words.text("world.restart"), "/the-gioi-mau/lam-lai", false});
    return acts;
}

Result<Response> post_go_to_day(Visit& visit, const Request& request)
{
    const auto day = parse_iso_date(request.path_parameters["day"]);
    if (!day) return refuse(Refusal::not_found, "world.no_such_day");
    TRY(visit.write([&](app::Work& work) { return app::go_to_day(work, *day); }));
    return see_other("/");
}

Result<Response> post_restart(Visit& visit, const Request&)
{
    TRY(visit.write([](app::Work& work) { return app::restart_sample_world(work); }));
    return with_notice(see_other("/"), "world.restarted");
}

Result<Response> post_read_again(Visit& visit, const Request&)
{
    const auto document = app::sample_document();
    const auto plan = TRY(visit.write([&](app::Work& work) -> Result<PlanId> {
        if (!app::is_sample_world(work.kept)) return refuse(Refusal::not_found, "world.none");
        return app::import_plan(work, document);
    }));
    return see_other("/ke-hoach/" + plan.str() + "/ra-soat");
}

} // namespace tiendo::web
