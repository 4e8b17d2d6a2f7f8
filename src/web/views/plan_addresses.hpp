#pragma once

#include "domain/form/answers.hpp"
#include "domain/org/unit.hpp"
#include "domain/period/period.hpp"
#include "domain/plan/plan.hpp"

#include <string>
#include <string_view>

namespace tiendo::web {

/// The addresses of one plan's pages in one period, so that every number can be a link.
class PlanAddresses {
public:
    PlanAddresses(PlanId plan, PeriodId period) : plan_(std::move(plan)), period_(std::move(period))
    {
    }

    /// "/ke-hoach/1/ma-tran?ky=2023" for "ma-tran".
    std::string page(std::string_view name) const;
    /// With one filter more: "/ke-hoach/1/don-doc?ky=2023&tt=qua-han".
    std::string page(std::string_view name, std::string_view filter, std::string_view value) const;
    /// "/ke-hoach/1/chi-tieu/3-2a?ky=2023"
    std::string measure(const MeasureId& measure) const;
    /// "/ke-hoach/1/nhiem-vu/3-4?ky=2023"
    std::string task(std::string_view id) const;
    /// "/o/sa-loong.3-2a.2023"
    std::string cell(const UnitId& unit, const MeasureId& measure) const;
    /// "/ke-hoach/1/bao-cao/sa-loong/2023"
    std::string report(const UnitId& unit) const;
    /// The same with "/duyet" and the like.
    std::string report(const UnitId& unit, std::string_view ending) const;
    /// The line in the plan's own text.
    std::string line(int number) const;

private:
    std::string base() const { return "/ke-hoach/" + plan_.str(); }

    PlanId plan_;
    PeriodId period_;
};

/// "3.2a" as it is written in an address: "3-2a", and back.
std::string id_in_address(std::string_view id);
std::string id_from_address(std::string_view id);

} // namespace tiendo::web
