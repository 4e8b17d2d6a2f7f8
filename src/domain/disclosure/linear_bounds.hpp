#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace tiendo {

/// Numbers that are not negative and of which sums are known: how small and how large one of them
/// can be. Doubles are right here: these are bounds of a check, no reported numbers, and all sums
/// have coefficients of 1, 0 and -1.
class LinearBounds {
public:
    /// One row for each known sum: its coefficients, then its value. A solution exists.
    LinearBounds(std::vector<std::vector<double>> rows, std::size_t unknowns);

    double least(std::size_t unknown);
    /// None where it can be as large as one likes.
    std::optional<double> most(std::size_t unknown);

private:
    void find_solution();
    void pivot(std::size_t row, std::size_t column);
    /// Whether the objective has a least value; the solution is then there.
    bool minimise(const std::vector<double>& objective, std::size_t columns);
    double value_of(std::size_t unknown) const;

    std::vector<std::vector<double>> rows_; ///< the last column is the right side
    std::vector<std::size_t> basis_;
    std::size_t unknowns_;
};

} // namespace tiendo
