#pragma once

#include "app/figure/held_period.hpp"
#include "domain/indicator/indicator.hpp"

#include <string>
#include <vector>

namespace tiendo::app {

/// A measure in a period of a plan on whose answers an entry of the library can be tried: one that
/// the entry defines, or one that asks units the same.
struct TrialCase {
    PlanId plan{};
    std::string plan_title{};
    PeriodId period{};
    Measure measure{};

    /// "1/2023/3.2a"
    std::string id() const;
};
Result<std::vector<TrialCase>> trial_cases(Work& work, const Indicator& entry);

/// The figure as the entry would give it; of one unit alone where one is named.
struct Trial {
    TrialCase on{};
    MeasureFigure row{};
    std::shared_ptr<const HeldPeriod> held{}; ///< what it was tried on
};
Result<Trial> try_indicator(
    Work& work, const Indicator& entry, const std::string& trial_case, const UnitId& unit
);

/// A figure that a change of the entry would move, with its verdict.
struct MovedFigure {
    TrialCase on{};
    MeasureFigure before{};
    MeasureFigure after{};
};
/// Over all plans and periods that are kept. Refuses an entry that is none.
Result<std::vector<MovedFigure>> effect_of(Work& work, const Indicator& entry);

/// Stands for all of an entry: a form carries it of the entry whose effect it shows, so that
/// nothing else is saved by it.
std::string mark_of(const Indicator& entry);

/// How an entry was before, the newest first: the journal keeps each as it was saved.
struct IndicatorVersion {
    Instant at{};
    std::string by{};
    Indicator entry{};
};
std::vector<IndicatorVersion> versions_of(Work& work, const IndicatorId& id);

} // namespace tiendo::app
