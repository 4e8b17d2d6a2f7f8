#pragma once

#include "base/fraction.hpp"
#include "domain/form/answers.hpp"
#include "domain/indicator/formula.hpp"
#include "domain/period/period_name.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace tiendo {

/// Why there is no number. None of them is zero, and none is taken for another.
enum class NoResult { missing, not_applicable, division_by_zero, too_large };

/// A number, or why there is none.
struct Outcome {
    std::optional<Fraction> value{};
    NoResult why = NoResult::missing; ///< where there is none

    friend bool operator==(const Outcome& a, const Outcome& b)
    {
        return a.value == b.value && (a.value || a.why == b.why);
    }
};

/// What one unit says in one period, of an entry and of others that a formula names.
struct PeriodCell {
    PeriodId period{};
    Cell cell{};
    std::map<IndicatorId, Cell> beside{};

    friend bool operator==(const PeriodCell&, const PeriodCell&) = default;
};

/// What a formula is evaluated on.
struct FormulaScope {
    const PeriodCell& now;
    const std::vector<PeriodCell>& earlier; ///< of the same year, in order
    std::string sex{};                      ///< whose elements a name without a sex means
};

/// A step with its result, and the steps that it came from.
struct FormulaStep {
    FormulaNode node{}; ///< without its parts
    PeriodId period{};  ///< whose answers were taken
    Outcome outcome{};
    std::vector<FormulaStep> parts{};

    friend bool operator==(const FormulaStep&, const FormulaStep&) = default;
};

/// Exact. A step without a result has none because of the first of its parts without one, but
/// if_missing() takes the second where the first is missing. "Không phát sinh" counts nought.
FormulaStep evaluate(const FormulaNode& formula, const FormulaScope& scope);

/// What an operation makes of its parts' results.
Outcome applied(FormulaStepKind kind, const std::vector<Outcome>& parts);

/// "missing", "not_applicable" …
const char* name_of(NoResult why);

} // namespace tiendo
