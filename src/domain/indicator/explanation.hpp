#pragma once

#include "domain/indicator/figure.hpp"
#include "domain/indicator/unit_counts.hpp"

#include <string>
#include <vector>

namespace tiendo {

enum class ExplainedKind {
    scaled,    ///< its part × the entry's factor: the figure itself
    quotient,  ///< the first part ÷ the second
    units,     ///< gathered from units
    share,     ///< the units that say one, among all that say one or nought
    unit,      ///< what one unit's answers come to
    periods,   ///< gathered from periods
    period,    ///< what one period's answer comes to
    condition, ///< one where what is asked of each unit is met, else nought
    step,      ///< a step of the formula; without parts a number, or one that was typed
};

/// A result with what it came from, down to the numbers that were typed: every step can be done
/// again by hand.
struct Explained {
    ExplainedKind kind = ExplainedKind::step;
    Outcome outcome{};
    Gathering way = Gathering::sum; ///< of units and periods
    std::int64_t factor = 1;        ///< of scaled
    FormulaNode step{};             ///< of step, without its parts
    UnitId unit{};
    PeriodId period{};
    MeasureId measure{};           ///< of a step that takes a number of another measure
    std::vector<MapPart> behind{}; ///< of a step: who typed it, where others stood for the unit
    std::string sex{};
    bool has_arisen = true; ///< else "không phát sinh": nought in a sum, and no part of the rest
    std::vector<Explained> parts{};

    friend bool operator==(const Explained&, const Explained&) = default;
};

/// One for each part of a figure that has a value, or that is divided by zero; none for others.
std::vector<Explained>
explain(const Measure& measure, const Indicator& indicator, const Figure& figure);

} // namespace tiendo
