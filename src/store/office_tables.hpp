#pragma once

#include "base/date.hpp"
#include "base/result.hpp"
#include "store/changes.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace tiendo::store {

namespace sql {
class Connection;
}

/// A table that the office made for one period.
struct OfficeTableRecord {
    std::int64_t plan = 0;
    std::string period{};
    std::string key{};  ///< "office_1"
    std::string body{}; ///< JSON; empty where it was taken away: its key is not given again
    std::string by{};
    Instant at{};
    std::int64_t revision = 0;

    friend bool operator==(const OfficeTableRecord&, const OfficeTableRecord&) = default;
};

class OfficeTables {
public:
    OfficeTables(sql::Connection& connection, NotedChanges& noted)
        : connection_(connection), noted_(noted)
    {
    }

    Result<OfficeTableRecord>
    get(std::int64_t plan, const std::string& period, const std::string& key);
    /// In the order in which they were made, those that were taken away included.
    std::vector<OfficeTableRecord> of_period(std::int64_t plan, const std::string& period);
    /// Answers the new revision. The record carries the revision that was read, 0 for a new table.
    Result<std::int64_t> put(const OfficeTableRecord& table);

private:
    sql::Connection& connection_;
    NotedChanges& noted_;
};

} // namespace tiendo::store
