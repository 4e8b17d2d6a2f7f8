#include "web/pages/plan_paths.hpp"

#include "base/text.hpp"
#include "web/percent.hpp"

#include <array>
#include <utility>

namespace tiendo::web {

PlanId plan_in_path(const Request& request)
{
    return PlanId(std::string(request.path_parameters["plan"]));
}

std::string plan_path(const PlanId& plan, std::string_view page)
{
    return "/ke-hoach/" + percent_encode(plan.str()) + "/" + std::string(page);
}

view::List plan_steps(const PlanId& plan, std::string_view page, const Wording& words)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 4> steps{{
        {"ra-soat", "plan_review.step_review"},
        {"giao-so-lieu", "plan_review.step_suppliers"},
        {"giao-nhiem-vu", "plan_review.step_tasks"},
        {"ky", "plan_review.step_open"},
    }};
    view::List rows;
    for (const auto& [name, key] : steps)
        rows.emplace_back(view::Object{
            {"path", plan_path(plan, name)},
            {"label", words.text(key)},
            {"is_current", name == page}
        });
    return rows;
}

std::string settling_path(const PlanId& plan, const std::string& place)
{
    const auto parts = split(place, '/');
    if (parts.size() == 3 && parts[0] == "measure")
        return plan_path(plan, "giao-so-lieu") + "#m-" + anchor_of(parts[1]);
    if (parts.size() == 3 && parts[0] == "task")
        return plan_path(plan, "giao-nhiem-vu") + "#t-" + anchor_of(parts[1]);
    return plan_path(plan, "ra-soat") + "#" + anchor_of(place);
}

std::string anchor_of(std::string_view path)
{
    return slug(path);
}

} // namespace tiendo::web
