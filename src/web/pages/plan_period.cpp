#include "web/pages/plan_period.hpp"

#include "app/period/periods.hpp"

namespace tiendo::web {

PlanId plan_in_address(const Request& request)
{
    return PlanId(std::string(request.path_parameters["plan"]));
}

Result<std::optional<PeriodId>>
asked_period(app::Work& work, const PlanId& plan, const Request& request)
{
    const auto asked = request.query["ky"];
    if (!asked.empty()) return std::optional(PeriodId(std::string(asked)));
    const auto periods = TRY(app::periods_of(work, plan));
    if (periods.empty()) return std::optional<PeriodId>{};
    return std::optional(TRY(app::period_to_show(work, plan)).id);
}

Result<PeriodId> required_period(app::Work& work, const PlanId& plan, const Request& request)
{
    const auto period = TRY(asked_period(work, plan, request));
    if (!period) return refuse(Refusal::not_found, "period.none_yet");
    return *period;
}

} // namespace tiendo::web
