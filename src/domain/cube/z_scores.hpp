#pragma once

#include "domain/cube/cube.hpp"

#include <span>
#include <vector>

namespace tiendo {

/// Which numbers are looked at, and beside which ones: those of the same unit in `history`. The
/// periods are reported by the units of the map itself.
struct ScoreQuestion {
    DenseIndex element = 0;
    DenseIndex option = 0;
    std::span<const DenseIndex> history{};
    std::span<const DenseIndex> judged{};
    double deviations = 3; ///< how many standard deviations are far
};

struct FarNumber {
    DenseIndex unit = 0;
    DenseIndex period = 0;
    std::int64_t number = 0; ///< as it was reported
    double score = 0;        ///< how many standard deviations above the mean, a statistic

    friend bool operator==(const FarNumber&, const FarNumber&) = default;
};

/// The numbers, of `top` and those below it, that lie further from the mean of the unit's history
/// than so many standard deviations (of a sample). Whoever has fewer than `history_least` numbers
/// there, or always the same one, is not judged. Computed with double: it decides what is asked
/// about, not what is reported.
Result<std::vector<FarNumber>>
far_numbers(const Cube& cube, const ScoreQuestion& question, DenseIndex top);

} // namespace tiendo
