#pragma once

#include "domain/cube/cube.hpp"

#include <span>
#include <vector>

namespace tiendo {

/// One number of a unit: of the period that is checked, or of the one before it.
struct CheckTerm {
    DenseIndex element = 0;
    DenseIndex option = 0;
    bool before = false;
};

enum class CheckRelation {
    at_most, ///< numerator ≤ denominator
    equal,   ///< the parts of a breakdown make up the whole
    near,    ///< no further apart than `percent` of the right side
};

/// What a unit's numbers should be to each other: the sums of two sides.
struct CellCheck {
    std::vector<CheckTerm> left{};
    std::vector<CheckTerm> right{};
    CheckRelation relation = CheckRelation::at_most;
    std::int64_t percent = 0;
};

/// Where they are not.
struct CheckFinding {
    std::size_t check = 0;
    DenseIndex unit = 0;

    friend bool operator==(const CheckFinding&, const CheckFinding&) = default;
};

struct CheckedPeriods {
    DenseIndex period = 0;
    DenseIndex before = no_index; ///< none: checks that look back are passed over
};

/// Every check for `top` and all below it, check by check. A unit is judged where it has reported
/// all terms; không phát sinh is 0 here. Exact. The periods are reported by the units of the map
/// itself, and all terms of a check have one scale.
Result<std::vector<CheckFinding>> run_checks(
    const Cube& cube,
    std::span<const CellCheck> checks,
    const CheckedPeriods& periods,
    DenseIndex top
);

} // namespace tiendo
