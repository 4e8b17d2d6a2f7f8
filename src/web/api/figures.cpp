#include "web/api/figures.hpp"

#include "app/figure/figures.hpp"
#include "web/pages/plan_period.hpp"
#include "web/visit.hpp"

namespace tiendo::web {

Result<Response> get_figures(Visit& visit, const Request& request)
{
    const PeriodId period{std::string(request.path_parameters["period"])};
    const auto figures = TRY(visit.read([&](app::Work& work) {
        return app::figures(work, plan_in_address(request), period);
    }));
    return json(app::figures_json(figures));
}

} // namespace tiendo::web
