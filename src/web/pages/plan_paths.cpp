#include "web/pages/plan_paths.hpp"

#include "base/text.hpp"
#include "web/percent.hpp"

namespace tiendo::web {

PlanId plan_in_path(const Request& request)
{
    return PlanId(std::string(request.path_parameters["plan"]));
}

std::string plan_path(const PlanId& plan, std::string_view page)
{
    return "/ke-hoach/" + percent_encode(plan.str()) + "/" + std::string(page);
}

std::string anchor_of(std::string_view path)
{
    return slug(path);
}

} // namespace tiendo::web
