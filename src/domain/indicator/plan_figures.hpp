#pragma once

#include "domain/indicator/figure.hpp"
#include "domain/indicator/judge.hpp"
#include "domain/period/period.hpp"

#include <map>
#include <string>
#include <vector>

namespace tiendo {

/// One row of the overview: a measure with all that is known of it in one period.
struct MeasureFigure {
    Measure measure{};
    Indicator indicator{};
    Figure figure{};
    Judgement judgement{};
    std::map<PeriodId, Figure> history{}; ///< earlier periods of the same kind that have a value

    /// The same period of last year, if it is known.
    const Figure* last_year(const PeriodId& period) const;
};

/// How many rows have each verdict: "10 đạt, 7 chưa đạt".
std::map<Verdict, int> count_verdicts(const std::vector<MeasureFigure>& rows);

} // namespace tiendo
