#pragma once

#include "domain/indicator/formula.hpp"
#include "domain/period/period_name.hpp"

#include <vector>

namespace tiendo {

/// What the formulas of an entry take from beyond a unit's own answer of a period.
struct FormulaNeeds {
    std::vector<OtherCounts> others{};
    std::vector<PeriodId> periods{}; ///< earlier ones, in order

    bool empty() const { return others.empty() && periods.empty(); }

    friend bool operator==(const FormulaNeeds&, const FormulaNeeds&) = default;
};

/// Whether it takes other numbers than those of the unit's own answer of the period.
bool reaches_beyond(const FormulaNode& formula);
bool reaches_beyond(const Indicator& indicator);

/// Of an entry that may be wrong, what is right in it.
FormulaNeeds needs_of(const Indicator& indicator, const PeriodId& period);

/// The periods of that length since the year began, the last one being this; it alone where its id
/// cannot be read.
std::vector<PeriodId> since_year_began(const PeriodId& period);

} // namespace tiendo
