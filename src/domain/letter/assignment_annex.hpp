#pragma once

#include "domain/org/unit.hpp"
#include "domain/plan/plan.hpp"
#include "domain/report/consolidated_report.hpp"

namespace tiendo {

/// The annex that the plan speaks of and that is not attached, made anew from the office's
/// assignment: a letter to those who carry out the plan, with the table of tasks, lead, partners,
/// due date and product as its annex. A field that nobody has decided stays open. All communes as
/// leads are named as one group.
OfficialDocument assignment_annex(
    const Plan& plan,
    const UnitDirectory& directory,
    const ReportSetup& setup,
    const OfficialWords& say
);

} // namespace tiendo
