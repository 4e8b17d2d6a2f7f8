#include "domain/cube/z_scores.hpp"

#include "domain/cube/column_sums.hpp"
#include "domain/quality/outliers.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace tiendo {
namespace {

/// So many positions at a time that what is kept of them stays in the nearest cache.
constexpr DenseIndex block_size = 512;
/// Sums of squares below it were exact all the way, although kept as double.
constexpr double exact_below = 4503599627370496.0; // 2^52

using Columns = std::vector<const CubeColumn*>;

bool is_number(const CubeColumn& column, DenseIndex position)
{
    return column.is_marked(Mark::reported, position) &&
           !column.is_marked(Mark::not_arising, position);
}

double number_at(const CubeColumn& column, DenseIndex position)
{
    return column.is_wide() ? static_cast<double>(column.wide_numbers()[position])
                            : static_cast<double>(column.numbers()[position]);
}

/// What is not far, for each position of a block.
struct Block {
    DenseIndex begin = 0;
    DenseIndex length = 0;
    std::array<double, block_size> sums{};
    std::array<double, block_size> squares{};
    std::array<std::uint32_t, block_size> counts{};
    std::array<double, block_size> least{};
    std::array<double, block_size> most{};
};

struct Spread {
    double mean = 0;
    double deviation = 0;
};

/// In two passes, for numbers whose squares would lose digits.
Spread spread_in_two_passes(const Columns& history, DenseIndex position, double count)
{
    Spread spread;
    for (const auto* column : history)
        if (is_number(*column, position)) spread.mean += number_at(*column, position) / count;
    double squares = 0;
    for (const auto* column : history)
        if (is_number(*column, position)) {
            const auto distance = number_at(*column, position) - spread.mean;
            squares += distance * distance;
        }
    spread.deviation = std::sqrt(squares / (count - 1));
    return spread;
}

Spread spread_of(const Block& block, DenseIndex k, const Columns& history)
{
    const auto count = static_cast<double>(block.counts[k]);
    if (!(block.squares[k] < exact_below))
        return spread_in_two_passes(history, block.begin + k, count);
    const auto sum = static_cast<std::int64_t>(block.sums[k]);
    const auto exact =
        Wide{block.counts[k]} * static_cast<std::int64_t>(block.squares[k]) - Wide{sum} * sum;
    return {block.sums[k] / count, std::sqrt(static_cast<double>(exact) / (count * (count - 1)))};
}

void add_numbers(Block& block, const CubeColumn& column)
{
    // What is missing is kept as 0 and adds nothing to either sum.
    const auto add = [&](auto numbers) {
        const auto* number = numbers.data() + block.begin;
        for (DenseIndex k = 0; k < block.length; ++k) {
            const auto value = static_cast<double>(number[k]);
            block.sums[k] += value;
            block.squares[k] += value * value;
        }
    };
    if (column.is_wide())
        add(column.wide_numbers());
    else
        add(column.numbers());
}

void count_numbers(Block& block, const Columns& history)
{
    std::vector<std::span<const std::uint64_t>> reported;
    std::vector<std::span<const std::uint64_t>> not_arising;
    for (const auto* column : history) {
        if (const auto* units = column->marked(Mark::reported)) reported.push_back(units->bits());
        if (const auto* units = column->marked(Mark::not_arising))
            not_arising.push_back(units->bits());
    }
    block.counts.fill(0);
    count_bits(std::span(block.counts).first(block.length), block.begin, reported);
    if (not_arising.empty()) return;
    std::array<std::uint32_t, block_size> without{};
    count_bits(std::span(without).first(block.length), block.begin, not_arising);
    for (DenseIndex k = 0; k < block.length; ++k)
        block.counts[k] -= without[k];
}

void find_bounds(Block& block, const Columns& history, double deviations)
{
    block.sums.fill(0);
    block.squares.fill(0);
    for (const auto* column : history)
        add_numbers(block, *column);
    count_numbers(block, history);
    for (DenseIndex k = 0; k < block.length; ++k) {
        // Whoever is not judged has bounds that nothing is outside of.
        block.least[k] = -std::numeric_limits<double>::infinity();
        block.most[k] = std::numeric_limits<double>::infinity();
        if (block.counts[k] < history_least) continue;
        const auto spread = spread_of(block, k, history);
        if (!(spread.deviation > 0)) continue;
        block.least[k] = spread.mean - deviations * spread.deviation;
        block.most[k] = spread.mean + deviations * spread.deviation;
    }
}

/// Whether any may be outside, those included that are missing and kept as 0.
template <class Number>
std::size_t count_outside(const Block& block, std::span<const Number> numbers)
{
    std::size_t outside = 0;
    const auto* number = numbers.data() + block.begin;
    for (DenseIndex k = 0; k < block.length; ++k) {
        const auto value = static_cast<double>(number[k]);
        outside += static_cast<std::size_t>(value < block.least[k]) |
                   static_cast<std::size_t>(value > block.most[k]);
    }
    return outside;
}

void find_far(
    const Block& block,
    const CubeColumn& column,
    DenseIndex period,
    const ScoreQuestion& question,
    std::vector<FarNumber>& found
)
{
    const auto outside = column.is_wide() ? count_outside(block, column.wide_numbers())
                                          : count_outside(block, column.numbers());
    if (outside == 0) return;
    for (DenseIndex k = 0; k < block.length; ++k) {
        const auto value = number_at(column, block.begin + k);
        if (value >= block.least[k] && value <= block.most[k]) continue;
        if (!is_number(column, block.begin + k)) continue;
        const auto mean = (block.least[k] + block.most[k]) / 2;
        const auto deviation = (block.most[k] - mean) / question.deviations;
        found.push_back(
            {block.begin + k, period, column.at(block.begin + k).number, (value - mean) / deviation}
        );
    }
}

Result<Columns>
columns_of(const Cube& cube, const ScoreQuestion& question, std::span<const DenseIndex> periods)
{
    Columns columns;
    for (const auto period : periods) {
        if (period >= cube.periods()) return refuse(Refusal::invalid, "cube.place_unknown");
        if (!cube.mapping(cube.mapping_of(period)).is_same())
            return refuse(Refusal::invalid, "cube.other_map");
        columns.push_back(cube.column(question.element, period, question.option));
    }
    return columns;
}

} // namespace

Result<std::vector<FarNumber>>
far_numbers(const Cube& cube, const ScoreQuestion& question, DenseIndex top)
{
    if (question.element >= cube.elements() || question.option >= cube.options())
        return refuse(Refusal::invalid, "cube.place_unknown");
    if (top >= cube.map().size()) return refuse(Refusal::invalid, "cube.unit_unknown");
    auto history = TRY(columns_of(cube, question, question.history));
    const auto judged = TRY(columns_of(cube, question, question.judged));
    std::erase(history, nullptr);

    std::vector<FarNumber> found;
    const auto range = cube.map().range_of(top);
    Block block;
    for (block.begin = range.begin; block.begin < range.end; block.begin += block_size) {
        block.length = std::min(block_size, range.end - block.begin);
        find_bounds(block, history, question.deviations);
        for (std::size_t k = 0; k < judged.size(); ++k)
            if (judged[k] != nullptr)
                find_far(block, *judged[k], question.judged[k], question, found);
    }
    for (auto& number : found)
        number.unit = cube.map().unit_at(number.unit);
    return found;
}

} // namespace tiendo
