#include "domain/indicator/allocation.hpp"

#include "base/result.hpp"

#include <algorithm>
#include <numeric>

namespace tiendo {
namespace {

__extension__ using Wide = __int128;

/// One number by shares, at the decimals that it has.
std::vector<Decimal> allocate(const Decimal& number, const std::vector<ExactShare>& shares)
{
    std::vector<Decimal> parts;
    for (const auto units : allocate(number.units(), shares))
        parts.emplace_back(units, number.scale());
    return parts;
}

/// Above and below the line so that no part has more above than below it, where the whole has not.
void allocate_share(
    const std::string& sex,
    const Cell& cell,
    const std::vector<ExactShare>& shares,
    std::vector<Cell>& cells
)
{
    const auto numerator = cell.numbers.find("num" + sex);
    const auto denominator = cell.numbers.find("den" + sex);
    if (numerator == cell.numbers.end() || denominator == cell.numbers.end()) return;
    const auto rest = subtract(denominator->second, numerator->second);
    if (!rest || *rest < Decimal(0)) return;
    const auto above = allocate(numerator->second, shares);
    const auto others = allocate(*rest, shares);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        cells[i].numbers["num" + sex] = above[i];
        cells[i].numbers["den" + sex] = add(above[i], others[i]).value_or(Decimal(0));
    }
}

/// The cells that formulas take, each in its parts: `put` is given one of a part with its place.
template <class Put>
void allocate_taken(const FormulaCell& taken, const std::vector<ExactShare>& shares, Put&& put)
{
    const auto cells = allocate(taken.cell, shares);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        auto part = taken;
        part.cell = cells[i];
        put(i, std::move(part));
    }
}

} // namespace

bool is_divisible(const Indicator& indicator)
{
    const bool is_counted = indicator.shape == Shape::ratio || indicator.shape == Shape::count ||
                            indicator.shape == Shape::quarters;
    return is_counted && indicator.across_units == AcrossUnits::sum;
}

ExactShare rest_of(const std::vector<ExactShare>& shares)
{
    std::optional<ExactShare> total = ExactShare{0, 1};
    for (const auto& share : shares)
        if (total) total = add(*total, share);
    ensure(total && total->above <= total->below, "shares are at most the whole");
    return ExactShare{total->below - total->above, total->below};
}

std::vector<std::int64_t> allocate(std::int64_t count, const std::vector<ExactShare>& shares)
{
    std::vector<std::int64_t> parts;
    std::vector<Wide> remainders;
    std::int64_t left = count;
    for (const auto& share : shares) {
        const auto exact = Wide{count} * share.above;
        const auto part = static_cast<std::int64_t>(exact / share.below);
        parts.push_back(part);
        left -= part;
        // Compared as fractions of 2^62, so that no product overflows.
        remainders.push_back(((exact % share.below) << 62) / share.below);
    }
    std::vector<std::size_t> order(shares.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const std::int64_t step = count < 0 ? -1 : 1;
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
        return remainders[a] * step > remainders[b] * step;
    });
    for (const auto index : order) {
        if (left == 0) break;
        parts[index] += step;
        left -= step;
    }
    return parts;
}

std::vector<Cell> allocate(const Cell& cell, const std::vector<ExactShare>& shares)
{
    std::vector<Cell> cells(shares.size(), cell);
    for (const auto& [key, number] : cell.numbers) {
        const auto parts = allocate(number, shares);
        for (std::size_t i = 0; i < cells.size(); ++i)
            cells[i].numbers[key] = parts[i];
    }
    for (const auto* sex : {"", ".male", ".female"})
        allocate_share(sex, cell, shares, cells);
    return cells;
}

std::vector<Contribution>
allocate(const Contribution& contribution, const std::vector<ExactShare>& shares)
{
    std::vector<Contribution> parts(shares.size(), contribution);
    const auto cells = allocate(contribution.cell, shares);
    for (std::size_t i = 0; i < parts.size(); ++i)
        parts[i].cell = cells[i];
    for (const auto& [of, taken] : contribution.beside)
        allocate_taken(taken, shares, [&](std::size_t i, FormulaCell part) {
            parts[i].beside[of] = std::move(part);
        });
    for (std::size_t place = 0; place < contribution.earlier.size(); ++place) {
        const auto& before = contribution.earlier[place];
        allocate_taken(before.own, shares, [&](std::size_t i, FormulaCell part) {
            parts[i].earlier[place].own = std::move(part);
        });
        for (const auto& [of, taken] : before.beside)
            allocate_taken(taken, shares, [&](std::size_t i, FormulaCell part) {
                parts[i].earlier[place].beside[of] = std::move(part);
            });
    }
    return parts;
}

std::optional<Cell> merged(const std::vector<Cell>& cells)
{
    if (cells.size() == 1) return cells.front();
    Cell whole;
    whole.state = ValueState::not_applicable;
    for (const auto& cell : cells) {
        if (cell.state == ValueState::missing) return std::nullopt;
        if (cell.state == ValueState::not_applicable) continue;
        if (whole.state != ValueState::value) whole.state = cell.state;
        if (cell.kind == ValueKind::estimate) whole.kind = ValueKind::estimate;
        for (const auto& [key, number] : cell.numbers) {
            const auto sum = add(whole.numbers[key], number);
            if (!sum) return std::nullopt;
            whole.numbers[key] = *sum;
        }
    }
    if (cells.empty()) return std::nullopt;
    return whole;
}

} // namespace tiendo
