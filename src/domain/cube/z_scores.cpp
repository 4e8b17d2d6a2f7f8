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
/// So many of them times such a sum stay below 2^63, and the square of the sum is no greater.
constexpr std::uint32_t exact_counts = 1U << 11U;

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
    bool is_wide = false; ///< the history has numbers that 32 bits do not hold
    std::array<double, block_size> sums{};
    std::array<double, block_size> squares{};
    std::array<std::uint32_t, block_size> counts{};
    std::array<double, block_size> least{};
    std::array<double, block_size> most{};
    /// The same bounds as the whole numbers that are just within them, unless it is wide.
    std::array<std::int32_t, block_size> lowest{};
    std::array<std::int32_t, block_size> highest{};
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
    if (!(block.squares[k] < exact_below) || block.counts[k] >= exact_counts)
        return spread_in_two_passes(history, block.begin + k, count);
    const auto sum = static_cast<std::int64_t>(block.sums[k]);
    const auto exact =
        std::int64_t{block.counts[k]} * static_cast<std::int64_t>(block.squares[k]) - sum * sum;
    return {block.sums[k] / count, std::sqrt(static_cast<double>(exact) / (count * (count - 1)))};
}

/// So many positions at a time that their sums stay in registers.
constexpr DenseIndex group_size = 8;
constexpr DenseIndex stretch_size = 32;

// What is missing is kept as 0 and adds nothing to either sum.
template <DenseIndex size>
void add_group(Block& block, DenseIndex first, std::span<const std::int32_t* const> columns)
{
    std::array<double, size> sums{};
    std::array<double, size> squares{};
    for (const auto* numbers : columns)
        for (DenseIndex k = 0; k < size; ++k) {
            const auto value = static_cast<double>(numbers[first + k]);
            sums[k] += value;
            squares[k] += value * value;
        }
    for (DenseIndex k = 0; k < size; ++k) {
        block.sums[first + k] += sums[k];
        block.squares[first + k] += squares[k];
    }
}

void add_wide(Block& block, const CubeColumn& column)
{
    const auto* numbers = column.wide_numbers().data() + block.begin;
    for (DenseIndex k = 0; k < block.length; ++k) {
        const auto value = static_cast<double>(numbers[k]);
        block.sums[k] += value;
        block.squares[k] += value * value;
    }
}

void add_numbers(Block& block, const Columns& history)
{
    block.sums.fill(0);
    block.squares.fill(0);
    block.is_wide = false;
    std::vector<const std::int32_t*> narrow;
    for (const auto* column : history) {
        if (column->is_wide()) {
            block.is_wide = true;
            add_wide(block, *column);
        } else
            narrow.push_back(column->numbers().data() + block.begin);
    }
    DenseIndex first = 0;
    for (; first + group_size <= block.length; first += group_size)
        add_group<group_size>(block, first, narrow);
    for (; first < block.length; ++first)
        add_group<1>(block, first, narrow);
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

double within_32_bits(double bound)
{
    using Limits = std::numeric_limits<std::int32_t>;
    return std::clamp(bound, double{Limits::min()}, double{Limits::max()});
}

/// As std::ceil and std::floor, which the oldest processors have no instruction for.
std::int32_t least_from(double bound)
{
    const auto near = within_32_bits(bound);
    const auto number = static_cast<std::int32_t>(near);
    return number + std::int32_t{number < near};
}

std::int32_t greatest_to(double bound)
{
    const auto near = within_32_bits(bound);
    const auto number = static_cast<std::int32_t>(near);
    return number - std::int32_t{number > near};
}

void find_bounds(Block& block, const Columns& history, double deviations)
{
    add_numbers(block, history);
    count_numbers(block, history);
    for (DenseIndex k = 0; k < block.length; ++k) {
        // Whoever is not judged has bounds that nothing is outside of.
        block.least[k] = -std::numeric_limits<double>::infinity();
        block.most[k] = std::numeric_limits<double>::infinity();
        block.lowest[k] = std::numeric_limits<std::int32_t>::min();
        block.highest[k] = std::numeric_limits<std::int32_t>::max();
        if (block.counts[k] < history_least) continue;
        const auto spread = spread_of(block, k, history);
        if (!(spread.deviation > 0)) continue;
        block.least[k] = spread.mean - deviations * spread.deviation;
        block.most[k] = spread.mean + deviations * spread.deviation;
        block.lowest[k] = least_from(block.least[k]);
        block.highest[k] = greatest_to(block.most[k]);
    }
}

/// Whether any may be outside, those included that are missing and kept as 0.
template <class Number, class Bound>
bool any_outside(
    std::span<const Number> numbers, std::span<const Bound> least, std::span<const Bound> most
)
{
    std::uint32_t outside = 0;
    for (std::size_t k = 0; k < numbers.size(); ++k) {
        const auto value = static_cast<Bound>(numbers[k]);
        outside |= static_cast<std::uint32_t>(value < least[k]) |
                   static_cast<std::uint32_t>(value > most[k]);
    }
    return outside != 0;
}

bool any_outside(const Block& block, const CubeColumn& column, DenseIndex first, DenseIndex length)
{
    const auto some = [&](const auto& all, DenseIndex begin) {
        return std::span(all).subspan(begin + first, length);
    };
    const auto least = some(block.least, 0);
    const auto most = some(block.most, 0);
    if (column.is_wide()) return any_outside(some(column.wide_numbers(), block.begin), least, most);
    const auto numbers = some(column.numbers(), block.begin);
    if (block.is_wide) return any_outside(numbers, least, most);
    return any_outside(numbers, some(block.lowest, 0), some(block.highest, 0));
}

/// Those stretches are looked at number by number that have any outside.
template <class Found> void find_far(const Block& block, const CubeColumn& column, Found&& found)
{
    for (DenseIndex first = 0; first < block.length; first += stretch_size) {
        const auto length = std::min(stretch_size, block.length - first);
        if (!any_outside(block, column, first, length)) continue;
        for (auto k = first; k < first + length; ++k) {
            const auto position = block.begin + k;
            const auto value = number_at(column, position);
            if (value >= block.least[k] && value <= block.most[k]) continue;
            if (!is_number(column, position)) continue;
            const auto half = (block.most[k] - block.least[k]) / 2;
            found(FarNumber{
                .unit = position,
                .number = column.at(position).number,
                .score = (value - block.least[k] - half) / half,
            });
        }
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
                find_far(block, *judged[k], [&](FarNumber number) {
                    number.period = question.judged[k];
                    number.score *= question.deviations;
                    found.push_back(number);
                });
    }
    for (auto& number : found)
        number.unit = cube.map().unit_at(number.unit);
    return found;
}

} // namespace tiendo
