#include "web/pages/start.hpp"

#include "app/plan/plans.hpp"
#include "web/visit.hpp"

namespace tiendo::web {

Result<Response> get_start(Visit& visit, const Request&)
{
    const auto& actor = visit.actor;
    const bool oversees =
        actor.has(Role::monitor) || actor.has(Role::leader) || actor.has(Role::field_lead);
    if (oversees) {
        const auto plan = visit.read([](app::Work& work) { return app::plan_to_show(work); });
        return see_other(plan ? "/ke-hoach/" + plan->str() + "/tong-quan" : "/ke-hoach");
    }
    if (actor.has(Role::entry) || actor.has(Role::unit_leader)) return see_other("/viec-cua-toi");
    return see_other(actor.has(Role::admin) ? "/nguoi-dung" : "/tro-giup");
}

} // namespace tiendo::web
