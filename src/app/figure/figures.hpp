#pragma once

#include "app/work.hpp"
#include "domain/indicator/course.hpp"
#include "domain/indicator/forecast.hpp"
#include "domain/indicator/plan_figures.hpp"

#include <map>
#include <vector>

namespace tiendo::app {

/// All figures of one period, with what they were computed from: the newest version of each unit
/// that was submitted and not returned.
struct PlanFigures {
    Plan plan{};
    Period period{};
    std::vector<MeasureFigure> rows{}; ///< in the order of the plan
    /// By measure, what each unit's counted version says: for cells and for other maps.
    std::map<MeasureId, Contributions> contributions{};

    const MeasureFigure* row(const MeasureId& id) const;
    /// What some of the suppliers have reached, by the plan's number for the whole.
    Judgement judge_part(const MeasureFigure& row, const Figure& part) const;
    Forecast forecast_of(const MeasureFigure& row) const;
};

/// Needs Right::see_plan.
Result<PlanFigures> figures(Work& work, const PlanId& plan, const PeriodId& period);

/// All rows for programs (documents/exchange/figures_json.hpp).
std::string figures_json(const PlanFigures& figures);

/// What one unit's counted version says of a measure, and the versions before it. Needs
/// Right::see_report for the unit.
struct CellHistory {
    Measure measure{};
    Indicator indicator{};
    Course course{};
    std::vector<Contribution> versions{}; ///< the newest first, counted or not
    bool counted = false;                 ///< whether the newest one counts
};
Result<CellHistory> cell_history(
    Work& work,
    const PlanId& plan,
    const PeriodId& period,
    const UnitId& unit,
    const MeasureId& measure
);

/// The day whose map is looked at: the sample world's or today's, on which the units of a past
/// period may have successors.
Date day_of_map(const Work& work);

} // namespace tiendo::app
