#pragma once

#include "app/figure/figures.hpp"
#include "app/figure/held_report.hpp"
#include "domain/indicator/plan_cells.hpp"

#include <cstddef>
#include <map>
#include <set>
#include <utility>

namespace tiendo::app {

/// All that counts in one period of a plan, with its figures. Never changed once it is made: what
/// comes after a change shares with it what stayed as it was.
struct HeldPeriod {
    PlanFigures figures{};
    IndicatorLibrary indicators{};
    UnitDirectory directory{};
    std::vector<OfficeTable> tables{};
    std::map<PeriodId, CellsByMeasure> cells_by_period{}; ///< of all periods, this one too
    HeldReports reports{};                                ///< of all units of the period

    AskedForms forms() const { return {figures.plan, indicators, tables}; }
    /// What counts in all periods, for formulas. Refers to this.
    PlanCells plan_cells() const;
    /// A measure's figure in this period by an entry, whether or not it is the plan's.
    MeasureFigure row_by(const Measure& measure, const Indicator& entry) const;
    /// How many cells it holds.
    std::size_t cells() const;
};

/// As the store says it.
Result<HeldPeriod> read_period(Work& work, const PlanId& plan, const PeriodId& period);

/// The same after some units' reports of the plan have changed, each named with its period; only
/// these are read.
Result<HeldPeriod> with_changed_reports(
    Work& work, const HeldPeriod& before, const std::set<std::pair<PeriodId, UnitId>>& reports
);

/// As held in memory where anything is; as read from the store elsewhere.
Result<std::shared_ptr<const HeldPeriod>>
held_period(Work& work, const PlanId& plan, const PeriodId& period);

} // namespace tiendo::app
