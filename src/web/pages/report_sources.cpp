#include "web/pages/report_sources.hpp"

#include "base/text.hpp"
#include "web/percent.hpp"
#include "web/views/plan_addresses.hpp"

#include <algorithm>

namespace tiendo::web {
namespace {

/// A unit's name for good holds letters and dashes, a measure's id begins with a digit.
bool is_unit_name(const std::string& text)
{
    return !text.empty() && !(text.front() >= '0' && text.front() <= '9');
}

} // namespace

std::string address_of_source(const std::string& source, const PlanId& plan, const PeriodId& period)
{
    const PlanAddresses addresses(plan, period);
    const auto base = source.substr(0, source.find('#'));
    if (base == "clock") return {};
    if (base == "figures") return addresses.page("chi-tieu");
    if (base == "tasks" || base.starts_with("task/") || base.starts_with("duty/"))
        return addresses.page("nhiem-vu");
    if (base == "reports") return addresses.page("don-doc");
    if (base.starts_with("report/")) return addresses.report(UnitId(base.substr(7)));
    if (base.starts_with("activity/"))
        return "/ke-hoach/" + percent_encode(plan.str()) + "/tong-hop/" +
               percent_encode(period.str()) + "/nguon/" + percent_encode(base.substr(9));
    const auto dot = base.find('.');
    if (is_unit_name(base) && dot != std::string::npos)
        return addresses.cell(UnitId(base.substr(0, dot)), MeasureId(base.substr(dot + 1)));
    return addresses.measure(MeasureId(base));
}

} // namespace tiendo::web
