#include "domain/disclosure/linear_bounds.hpp"

#include "base/result.hpp"

#include <algorithm>
#include <cmath>

namespace tiendo {
namespace {

constexpr double tolerance = 1e-7;

} // namespace

LinearBounds::LinearBounds(std::vector<std::vector<double>> rows, std::size_t unknowns)
    : rows_(std::move(rows)), unknowns_(unknowns)
{
    find_solution();
}

double LinearBounds::least(std::size_t unknown)
{
    std::vector<double> objective(unknowns_, 0);
    objective[unknown] = 1;
    const bool is_bounded = minimise(objective, unknowns_);
    ensure(is_bounded, "what is not negative has a least value");
    return value_of(unknown);
}

std::optional<double> LinearBounds::most(std::size_t unknown)
{
    std::vector<double> objective(unknowns_, 0);
    objective[unknown] = -1;
    if (!minimise(objective, unknowns_)) return std::nullopt;
    return value_of(unknown);
}

/// Every row gets a helper of its own; when all helpers are zero, the rest is a solution.
void LinearBounds::find_solution()
{
    const auto count = rows_.size();
    for (std::size_t i = 0; i < count; ++i) {
        auto& row = rows_[i];
        if (row.back() < 0)
            for (auto& number : row)
                number = -number;
        row.insert(row.end() - 1, count, 0);
        row[unknowns_ + i] = 1;
        basis_.push_back(unknowns_ + i);
    }
    std::vector<double> objective(unknowns_ + count, 0);
    std::fill(objective.begin() + static_cast<std::ptrdiff_t>(unknowns_), objective.end(), 1.0);
    minimise(objective, unknowns_ + count);
    // Helpers that are left in the basis are zero: exchanged, or their row says nothing new.
    for (std::size_t i = rows_.size(); i-- > 0;) {
        if (basis_[i] < unknowns_) continue;
        ensure(std::abs(rows_[i].back()) < tolerance, "the release agrees with itself");
        std::size_t column = 0;
        while (column < unknowns_ && std::abs(rows_[i][column]) < tolerance)
            ++column;
        if (column < unknowns_) {
            pivot(i, column);
        } else {
            rows_.erase(rows_.begin() + static_cast<std::ptrdiff_t>(i));
            basis_.erase(basis_.begin() + static_cast<std::ptrdiff_t>(i));
        }
    }
    for (auto& row : rows_)
        row.erase(row.begin() + static_cast<std::ptrdiff_t>(unknowns_), row.end() - 1);
}

void LinearBounds::pivot(std::size_t row, std::size_t column)
{
    auto& pivoted = rows_[row];
    const double by = pivoted[column];
    for (auto& number : pivoted)
        number /= by;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        const double times = rows_[i][column];
        if (i == row || times == 0) continue;
        for (std::size_t j = 0; j < pivoted.size(); ++j)
            rows_[i][j] -= times * pivoted[j];
    }
    basis_[row] = column;
}

bool LinearBounds::minimise(const std::vector<double>& objective, std::size_t columns)
{
    while (true) {
        // Bland's rule, the first column that helps and the first basis of those that tie: it ends.
        std::size_t entering = columns;
        for (std::size_t j = 0; j < columns && entering == columns; ++j) {
            double gain = objective[j];
            for (std::size_t i = 0; i < rows_.size(); ++i)
                gain -= objective[basis_[i]] * rows_[i][j];
            if (gain < -tolerance) entering = j;
        }
        if (entering == columns) return true;
        std::optional<std::size_t> leaving;
        double best = 0;
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            if (rows_[i][entering] < tolerance) continue;
            const double room = rows_[i].back() / rows_[i][entering];
            const bool is_tie = leaving && std::abs(room - best) < tolerance;
            if (!leaving || (is_tie ? basis_[i] < basis_[*leaving] : room < best)) {
                leaving = i;
                best = room;
            }
        }
        if (!leaving) return false;
        pivot(*leaving, entering);
    }
}

double LinearBounds::value_of(std::size_t unknown) const
{
    for (std::size_t i = 0; i < rows_.size(); ++i)
        if (basis_[i] == unknown) return rows_[i].back();
    return 0;
}

} // namespace tiendo
