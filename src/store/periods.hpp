#pragma once

#include "base/result.hpp"
#include "store/changes.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace tiendo::store {

namespace sql {
class Connection;
}

/// One round of reporting on a plan.
struct PeriodRecord {
    std::int64_t plan = 0;
    std::string id{};   ///< "2023", "2023Q4", "2023S1", "2023N9", "202311"
    std::string body{}; ///< JSON: name, data window, deadline
    std::string state{};
    std::int64_t revision = 0;

    friend bool operator==(const PeriodRecord&, const PeriodRecord&) = default;
};

class Periods {
public:
    Periods(sql::Connection& connection, NotedChanges& noted)
        : connection_(connection), noted_(noted)
    {
    }

    Result<PeriodRecord> get(std::int64_t plan, const std::string& id);
    /// In the order of plans and ids.
    std::vector<PeriodRecord> all();
    std::vector<PeriodRecord> of_plan(std::int64_t plan);
    /// Answers the new revision. The record carries the revision that was read, 0 for a new period.
    Result<std::int64_t> put(const PeriodRecord& period);

private:
    sql::Connection& connection_;
    NotedChanges& noted_;
};

} // namespace tiendo::store
