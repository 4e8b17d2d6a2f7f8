#pragma once

#include "base/decimal.hpp"
#include "domain/indicator/contribution.hpp"
#include "domain/indicator/formula_value.hpp"
#include "domain/indicator/indicator.hpp"
#include "domain/plan/plan.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tiendo {

/// "7/8 xã": how many of those who answer a measure have done so. No figure comes without it.
struct Coverage {
    int expected = 0;
    int reported = 0; ///< value, zero or không phát sinh
    int accepted = 0; ///< of those reported
    int not_applicable = 0;
    std::vector<UnitId> missing{};

    friend bool operator==(const Coverage&, const Coverage&) = default;
};

/// One computed quantity: the whole, or the part of one sex.
struct FigurePart {
    std::string breakdown{}; ///< "" | "male" | "female"
    Decimal numerator{};
    Decimal denominator{};
    std::optional<Ratio> ratio{}; ///< none where the denominator is zero

    friend bool operator==(const FigurePart& a, const FigurePart& b)
    {
        return a.breakdown == b.breakdown && a.numerator == b.numerator &&
               a.denominator == b.denominator;
    }
};

enum class FigureState {
    value,
    not_arising,      ///< all who reported said "không phát sinh", or the sums are 0/0
    no_source,        ///< the plan's confirmed table says that nobody can know it
    no_data,          ///< nobody has reported yet
    division_by_zero, ///< something is counted above the line and nothing below it
    overflow,         ///< the counts do not fit: shown as a fault, never as a number
};

/// A unit that has reported and yet has no result of its own: its formula divides by zero.
struct LeftOut {
    UnitId unit{};
    NoResult why = NoResult::division_by_zero;

    friend bool operator==(const LeftOut&, const LeftOut&) = default;
};

struct Figure {
    MeasureId measure{};
    FigureState state = FigureState::no_data;
    std::vector<FigurePart> parts{}; ///< one, or two by sex; empty unless there is a value
    bool estimated = false;          ///< at least one count is "ước thực hiện"
    Coverage coverage{};
    Contributions contributions{}; ///< in the order of the suppliers, and of the periods
    std::vector<LeftOut> left_out{};

    friend bool operator==(const Figure&, const Figure&) = default;
};

/// One figure from what its suppliers have reported. `contributions` may hold other units too.
Figure
compute(const Measure& measure, const Indicator& indicator, const Contributions& contributions);

/// The same for the part of the suppliers that stand in `units`: one commune, or the old communes
/// of a merged one. Their number is the expected coverage.
Figure compute_for(
    const Measure& measure,
    const Indicator& indicator,
    const Contributions& contributions,
    const std::vector<UnitId>& units
);

/// A figure of a long time from the answers of shorter periods, which do not overlap: first each
/// unit's over time, then over the units. Coverage counts answers: units × periods.
Figure compute_over(
    const Measure& measure,
    const Indicator& indicator,
    const std::vector<Contribution>& contributions,
    const std::vector<PeriodId>& periods
);

/// Whether one unit meets the inner condition ("ít nhất 03 tin, bài") in every period of its cell.
bool meets_inner_condition(const Cell& cell, const Indicator& indicator, const Quantity& inner);

} // namespace tiendo
