#pragma once

#include "app/work.hpp"
#include "domain/plan/amendment.hpp"
#include "domain/submission/report_state.hpp"

#include <optional>
#include <string>
#include <vector>

/// A later version of a plan's document, imported like any plan, beside the plan in use that it
/// amends: what it changes, whose open reports that touches, and taking over what a person chose.
namespace tiendo::app {

/// Says that `newer` amends `plan`; an empty one takes that back. Needs Right::edit_plan.
Result<Done> set_amended_plan(Work& work, const PlanId& newer, const PlanId& plan);

/// A unit's report that a change would touch, in a period that is open.
struct TouchedReport {
    PeriodId period{};
    UnitId unit{};
    Stage stage = Stage::drafting;

    friend bool operator==(const TouchedReport&, const TouchedReport&) = default;
};

struct AmendedPlan {
    PlanId plan{};
    std::string title{};
    std::vector<Amendment> amendments{};
    std::vector<TouchedReport> touched{};
};
/// None where it amends no plan. Needs Right::see_plan.
Result<std::optional<AmendedPlan>> amended_plan(Work& work, const PlanId& newer);

/// Takes the amendments of these keys over into the plan in use, all or none, each as a change with
/// the reason. Refuses a key that is none, or one that a person has to see to.
Result<Done> take_over(
    Work& work, const PlanId& newer, const std::vector<std::string>& keys, const std::string& reason
);

} // namespace tiendo::app
