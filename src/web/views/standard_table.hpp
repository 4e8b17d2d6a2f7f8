#pragma once

#include "app/figure/figures.hpp"
#include "web/messages.hpp"
#include "web/views/plan_addresses.hpp"
#include "web/views/view.hpp"

#include <functional>

namespace tiendo::web::view {

/// What the standard table is drawn from.
struct StandardTable {
    const app::PlanFigures& figures;
    const UnitDirectory& directory;
    PlanAddresses addresses;
};

/// The rows of ui/templates/parts/standard_table.html, grouped by objective; those that `shows`
/// lets pass.
Object standard_table(
    const StandardTable& table,
    const std::function<bool(const MeasureFigure&)>& shows,
    const Wording& words
);

/// "Ước thực hiện" where a figure holds estimates, else "Thực hiện".
std::string actual_heading(const app::PlanFigures& figures, const Wording& words);

} // namespace tiendo::web::view
