#pragma once

#include "domain/indicator/figure.hpp"

#include <string>
#include <vector>

namespace tiendo {

/// The formulas of an entry: as they are written, else those of its shape.
struct EntryFormulas {
    FormulaNode numerator{};
    FormulaNode denominator{};
    bool has_one_denominator = false; ///< a number alone: it stands once, however many are summed
    bool reaches_beyond = false;      ///< to other entries or periods than the unit's own answer
    std::vector<std::string> sexes{}; ///< of the parts: "", or "male" and "female"
};
/// The entry is a checked one (check_indicator).
EntryFormulas formulas_of(const Indicator& indicator);

/// Above the line and below it.
struct Counts {
    Fraction numerator{};
    Fraction denominator{};

    friend bool operator==(const Counts&, const Counts&) = default;
};

/// What a unit's answers come to, of one sex or of all: "không phát sinh" has no counts and is left
/// out of averages; without a result it says why.
struct UnitCounts {
    bool has_arisen = false;
    std::optional<Counts> counts{};
    NoResult why = NoResult::missing;

    friend bool operator==(const UnitCounts&, const UnitCounts&) = default;
};

/// How several counts become one.
enum class Gathering { sum, average, minimum, maximum, last };

/// None where it does not fit; what has nothing below the line is neither lowest nor highest and
/// has no part in an average, unless there is nothing else. Empty counts are 0/0.
std::optional<Counts> gathered(const std::vector<Counts>& all, Gathering way, bool one_denominator);

/// Counts with their value, one above the other: a/b is not always a decimal.
std::optional<Fraction> value_of(const Counts& counts);

/// What one unit's answers of one or more periods come to, in the order of the periods.
UnitCounts counts_of_unit(
    const std::vector<const Contribution*>& answers,
    const Measure& measure,
    const Indicator& indicator,
    const EntryFormulas& formulas,
    const std::string& sex
);
/// The periods whose answers count over time: of cumulative ones the last of each year.
std::vector<const Contribution*>
answers_that_count(const std::vector<const Contribution*>& answers, const Indicator& indicator);
/// What one answer comes to.
UnitCounts counts_of_answer(
    const Contribution& answer,
    const Measure& measure,
    const Indicator& indicator,
    const EntryFormulas& formulas,
    const std::string& sex
);
/// What a formula is evaluated on for one answer.
PeriodCell cell_of_answer(const Contribution& answer);
Gathering over_units(const Indicator& indicator);
Gathering over_time(const Indicator& indicator);

} // namespace tiendo
