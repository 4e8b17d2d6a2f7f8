#pragma once

#include "app/chase/chases.hpp"
#include "web/request.hpp"
#include "web/views/plan_addresses.hpp"
#include "web/visit.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tiendo::web {

/// Which round the pages of chasing are about.
struct ChaseOf {
    PlanId plan{};
    PeriodId period{};

    PlanAddresses addresses() const { return {plan, period}; }
    /// "/ke-hoach/1/don-doc/soan?ky=2023" for "soan".
    std::string page(std::string_view name) const;
};

/// From the address; the period by "?ky=" or the form's field, else the newest one.
Result<ChaseOf> chase_named(app::Work& work, const Request& request);

/// The chosen units: "dv" of the query or of the form.
std::vector<UnitId> chosen_units(const Request& request);
/// Each chosen unit that the round has, for hidden fields and lists.
view::List chosen_view(const app::Chase& chase, const std::vector<UnitId>& chosen);

/// "17:00 ngày 15/12/2023" typed as "2023-12-15T17:00" or "15/12/2023": then until 17:00.
std::optional<Instant> typed_hour(std::string_view text);

/// The way back to the list.
void show_way_to_chase(Visit& visit, const ChaseOf& of);

} // namespace tiendo::web
