#pragma once

#include "app/figure/figures.hpp"
#include "app/figure/held_report.hpp"

#include <cstddef>
#include <map>
#include <set>
#include <utility>

namespace tiendo::app {

/// By measure, what each unit says of it.
using CellsByMeasure = std::map<MeasureId, Contributions>;

/// All that counts in one period of a plan, with its figures. Never changed once it is made: what
/// comes after a change shares with it what stayed as it was.
struct HeldPeriod {
    PlanFigures figures{};
    IndicatorLibrary indicators{};
    std::vector<OfficeTable> tables{};
    std::map<PeriodId, CellsByMeasure> earlier{}; ///< what the other periods say
    HeldReports reports{};                        ///< of all units of the period

    AskedForms forms() const { return {figures.plan, indicators, tables}; }
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
