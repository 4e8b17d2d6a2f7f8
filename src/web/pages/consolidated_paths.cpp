#include "web/pages/consolidated_paths.hpp"

#include "web/pages/plan_paths.hpp"
#include "web/percent.hpp"

#include <charconv>

namespace tiendo::web {

PeriodId period_in_path(const Request& request)
{
    return PeriodId(std::string(request.path_parameters["period"]));
}

std::string report_path(const PlanId& plan, const PeriodId& period)
{
    return plan_path(plan, "tong-hop") + "?ky=" + percent_encode(period.str());
}

std::string report_path(const PlanId& plan, const PeriodId& period, std::string_view action)
{
    return plan_path(plan, "tong-hop/" + percent_encode(period.str()) + "/" + std::string(action));
}

std::optional<int> whole_number(std::string_view text)
{
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

} // namespace tiendo::web
