#pragma once

#include "app/work.hpp"
#include "web/pages/plan_period.hpp"
#include "web/views/plan_addresses.hpp"

#include <string>

namespace tiendo::web {

/// Which table the pages are about; the key is empty on the list and for a new one.
struct OfficeTableOf {
    PlanId plan{};
    PeriodId period{};
    std::string key{};

    PlanAddresses addresses() const { return {plan, period}; }
    /// "/ke-hoach/1/bang-rieng?ky=2023"
    std::string list() const { return addresses().page("bang-rieng"); }
    /// "/ke-hoach/1/bang-rieng/office_1/sua?ky=2023" for "sua"; the rows' page for "".
    std::string page(const std::string& name) const
    {
        return addresses().page("bang-rieng/" + key + (name.empty() ? "" : "/" + name));
    }
};

inline Result<OfficeTableOf> office_table_named(app::Work& work, const Request& request)
{
    const auto plan = plan_in_address(request);
    return OfficeTableOf{
        plan,
        TRY(required_period(work, plan, request)),
        std::string(request.path_parameters.find("table").value_or(""))
    };
}

} // namespace tiendo::web
