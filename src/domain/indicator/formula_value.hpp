#pragma once

#include "base/fraction.hpp"
#include "domain/form/answers.hpp"
#include "domain/indicator/formula.hpp"
#include "domain/org/unit_map.hpp"
#include "domain/period/period_name.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace tiendo {

/// Why there is no number. None of them is zero, and none is taken for another.
enum class NoResult {
    missing,
    not_applicable,
    division_by_zero,
    too_large,
    not_asked, ///< what a formula names is asked of this unit by no measure of the plan
    ambiguous, ///< the unit answers several measures that are the named entry
};

/// Whether a unit without such a result counts as one that has not answered.
bool is_unanswered(NoResult why);

/// A number, or why there is none.
struct Outcome {
    std::optional<Fraction> value{};
    NoResult why = NoResult::missing; ///< where there is none

    friend bool operator==(const Outcome& a, const Outcome& b)
    {
        return a.value == b.value && (a.value || a.why == b.why);
    }
};

/// What a unit says in one period of one measure.
struct FormulaCell {
    MeasureId measure{}; ///< of another entry's: in which measure of the plan it stands
    Cell cell{};
    std::vector<MapPart> behind{};  ///< who said it then, where other units stood for this one
    std::optional<NoResult> none{}; ///< why no cell could be taken

    friend bool operator==(const FormulaCell&, const FormulaCell&) = default;
};

/// What one unit says in one period, of an entry and of others that a formula names.
struct PeriodCell {
    PeriodId period{};
    FormulaCell own{};
    std::map<OtherCounts, FormulaCell> beside{};

    friend bool operator==(const PeriodCell&, const PeriodCell&) = default;
};

/// What a formula is evaluated on.
struct FormulaScope {
    const PeriodCell& now;
    const std::vector<PeriodCell>& earlier; ///< in order
    std::string sex{};                      ///< whose elements a name without a sex means
};

/// A step with its result, and the steps that it came from.
struct FormulaStep {
    FormulaNode node{};            ///< without its parts
    PeriodId period{};             ///< whose answers were taken
    MeasureId measure{};           ///< of an element of another measure
    std::vector<MapPart> behind{}; ///< of an element: who typed it, where others stood for the unit
    Outcome outcome{};
    std::vector<FormulaStep> parts{};

    friend bool operator==(const FormulaStep&, const FormulaStep&) = default;
};

/// Exact. A step without a result has none because of the first of its parts without one, but
/// if_missing() takes the second where the first is missing or not asked. "Không phát sinh" counts
/// nought. A period of which nothing is known is missing, in sums over periods, too.
FormulaStep evaluate(const FormulaNode& formula, const FormulaScope& scope);

/// What an operation makes of its parts' results.
Outcome applied(FormulaStepKind kind, const std::vector<Outcome>& parts);

/// "missing", "not_applicable" …
const char* name_of(NoResult why);

} // namespace tiendo
