#pragma once

#include "cube/checksum.hpp"
#include "cube/nation.hpp"
#include "domain/cube/cell_checks.hpp"
#include "domain/cube/question.hpp"
#include "domain/cube/ranking.hpp"
#include "domain/cube/z_scores.hpp"

#include <deque>
#include <string>
#include <vector>

namespace tiendo::bench {

/// A question with its lists, made once and asked many times: sums of slices for some units. `keys`
/// are the columns that stand before the sums of a slice.
struct SumQuestion {
    std::string name;
    std::vector<DenseIndex> units;
    std::vector<Slice> slices;
    std::vector<std::vector<std::int64_t>> keys;
    std::deque<std::vector<DenseIndex>> lists; ///< what the slices point at
    bool ratio = false; ///< each two slices are what stands above and below the line

    SumQuestion(std::string name_, std::vector<DenseIndex> units_)
        : name(std::move(name_)), units(std::move(units_))
    {
    }
    /// Slices point into the lists: never copied.
    SumQuestion(SumQuestion&&) = default;
    void add(std::vector<std::int64_t> key, const Place& element_and_period, DenseIndex periods);
};

/// D1 to D5, D8 and D9; `last` is the month after the last one that they ask about.
std::vector<SumQuestion> sum_questions(const UnitTree& map, DenseIndex last);
Rows rows_of(const SumQuestion& question, const CubeAnswers& answers);
/// The ratios of D5 as percents with two decimals.
std::vector<Decimal> ratios_of(const CubeAnswers& answers);

/// D6: numbers far from their commune's own.
std::vector<FarNumber> ask_far(const Cube& cube);
Rows rows_of(const std::vector<FarNumber>& found);

/// D7: how many numbers each commune has reported in the last month.
std::vector<std::uint32_t> ask_completeness(const Cube& cube);
Rows rows_of(const std::vector<std::uint32_t>& counts);

/// W5: fifty checks, and z-scores of everything against three years, for `top` in the last month.
struct MonthChecked {
    std::vector<CheckFinding> findings;
    std::vector<FarNumber> far;
};
const std::vector<CellCheck>& fifty_checks();
MonthChecked check_month(const Cube& cube, DenseIndex top);
/// How many findings each check has, and as check 50 how many numbers are far.
Rows rows_of(const MonthChecked& month);

std::vector<DenseIndex> counted_from(DenseIndex first, DenseIndex count);

} // namespace tiendo::bench
