#pragma once

#include "domain/report/consolidated_report.hpp"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace tiendo {

/// One row of an activity table with the unit that reported it.
struct ReportedRow {
    UnitId unit{};
    ActivityRow row{};
};

/// What the units' rows of one table add up to. Missing is not zero: a column has a sum only where
/// somebody typed a number into it.
struct ActivityTotal {
    std::string table{};
    std::vector<ReportedRow> rows{}; ///< in the order of the period's units
    std::vector<UnitId> units{};     ///< who reported rows
    std::map<std::string, Decimal> sums{};

    /// Rows counted by a column of counts ("02 lớp"); a row without one counts as one.
    Decimal counted_by(const std::string& column) const;
    /// The rows by quarter of their day; none where a row has no day.
    std::map<int, int> by_quarter() const;
    /// How many different texts stand in the column.
    std::size_t different(const std::string& column) const;
};

/// By table, of all units whose answers count. Tables without a row are left out.
std::map<std::string, ActivityTotal> add_up_activities(const ReportMaterial& material);

/// Which communes have issued a plan of their own.
struct OwnPlans {
    std::vector<UnitId> issued{};
    std::vector<UnitId> not_issued{};
    std::vector<UnitId> unknown{}; ///< who has not reported, or reports separately
    int of_agencies = 0;
};
OwnPlans own_plans(const ReportMaterial& material);

} // namespace tiendo
