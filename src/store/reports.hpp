#pragma once

#include "base/date.hpp"
#include "base/result.hpp"
#include "store/changes.hpp"
#include "store/report_key.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tiendo::store {

namespace sql {
class Connection;
}

/// Where a unit's report stands in the workflow.
struct ReportRecord {
    ReportKey report{};
    std::string state{};
    std::int64_t version = 0; ///< of the submission that it speaks of; 0 for none
    std::string body{};       ///< JSON: an extended deadline, the reason of an exclusion
    std::int64_t revision = 0;
    Instant updated_at{};

    friend bool operator==(const ReportRecord&, const ReportRecord&) = default;
};

class Reports {
public:
    Reports(sql::Connection& connection, NotedChanges& noted)
        : connection_(connection), noted_(noted)
    {
    }

    std::optional<ReportRecord> find(const ReportKey& report);
    /// In the order of the units' ids.
    std::vector<ReportRecord> of_period(std::int64_t plan, const std::string& period);
    std::vector<ReportRecord> of_unit(const std::string& unit);
    /// Answers the new revision. The record carries the revision that was read, 0 for a new report.
    Result<std::int64_t> put(const ReportRecord& report);

private:
    sql::Connection& connection_;
    NotedChanges& noted_;
};

} // namespace tiendo::store
