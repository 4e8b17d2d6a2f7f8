#pragma once

#include "domain/indicator/figure.hpp"
#include "domain/indicator/formula_needs.hpp"

#include <map>
#include <vector>

namespace tiendo {

/// By measure, what each unit says of it.
using CellsByMeasure = std::map<MeasureId, Contributions>;

/// The counted cells of a plan in all of its periods, as figures and their formulas take them. It
/// refers to what it is made of.
class PlanCells {
public:
    PlanCells(const Plan& plan, const IndicatorLibrary& indicators, const UnitDirectory& directory);
    void add(const PeriodId& period, const CellsByMeasure& cells);

    /// What the units say of a measure in a period, each with what the entry's formulas take from
    /// beside it and from earlier periods. A unit that was not there in an earlier one takes what
    /// those say of whom it came, if all of them said it and its share is known.
    Contributions
    answers(const Measure& measure, const Indicator& entry, const PeriodId& period) const;

    /// What the suppliers say in several periods, the last of which is the one in which they are
    /// the suppliers: for compute_over(). For one that was not there yet speak those of whom it
    /// came.
    std::vector<Contribution> answers_over(
        const Measure& measure, const Indicator& entry, const std::vector<PeriodId>& periods
    ) const;

    /// The figure of an earlier period from those who stood for the suppliers then: `now` is the
    /// period in which they are the suppliers. Of a unit that went to others in part, the share
    /// that went to suppliers.
    Figure figure_then(
        const Measure& measure, const Indicator& entry, const PeriodId& then, const PeriodId& now
    ) const;

private:
    const Contributions& cells_in(const PeriodId& period, const MeasureId& measure) const;
    FormulaCell cell_of(
        const Measure& measure, const UnitId& unit, const PeriodId& period, const PeriodId& now
    ) const;
    const Measure* measure_meant(
        const OtherCounts& of, const Indicator& entry, const UnitId& unit, NoResult& why
    ) const;
    std::map<OtherCounts, FormulaCell> beside(
        const FormulaNeeds& needs,
        const Indicator& entry,
        const UnitId& unit,
        const PeriodId& period,
        const PeriodId& now
    ) const;
    void surround(
        Contribution& answer,
        const FormulaNeeds& needs,
        const Measure& measure,
        const Indicator& entry,
        const PeriodId& now
    ) const;
    const Indicator* entry_of(const Measure& measure) const;

    const Plan& plan_;
    const IndicatorLibrary& indicators_;
    const UnitDirectory& directory_;
    std::map<PeriodId, const CellsByMeasure*> periods_{};
};

} // namespace tiendo
