#include "web/views/plan_addresses.hpp"

#include "base/text.hpp"
#include "web/percent.hpp"

namespace tiendo::web {

std::string id_in_address(std::string_view id)
{
    return replace_all(std::string(id), ".", "-");
}

std::string id_from_address(std::string_view id)
{
    return replace_all(std::string(id), "-", ".");
}

std::string PlanAddresses::page(std::string_view name) const
{
    return base() + "/" + std::string(name) + "?ky=" + percent_encode(period_.str());
}

std::string
PlanAddresses::page(std::string_view name, std::string_view filter, std::string_view value) const
{
    return page(name) + "&" + std::string(filter) + "=" + percent_encode(value);
}

std::string PlanAddresses::measure(const MeasureId& measure) const
{
    return page("chi-tieu/" + percent_encode(id_in_address(measure.str())));
}

std::string PlanAddresses::task(std::string_view id) const
{
    return page("nhiem-vu/" + percent_encode(id_in_address(id)));
}

std::string PlanAddresses::cell(const UnitId& unit, const MeasureId& measure) const
{
    return "/o/" + percent_encode(unit.str()) + "." + percent_encode(id_in_address(measure.str())) +
           "." + percent_encode(period_.str());
}

std::string PlanAddresses::report(const UnitId& unit) const
{
    return base() + "/bao-cao/" + percent_encode(unit.str()) + "/" + percent_encode(period_.str());
}

std::string PlanAddresses::report(const UnitId& unit, std::string_view ending) const
{
    return report(unit) + "/" + std::string(ending);
}

std::string PlanAddresses::line(int number) const
{
    return base() + "/van-ban#l" + std::to_string(number);
}

} // namespace tiendo::web
