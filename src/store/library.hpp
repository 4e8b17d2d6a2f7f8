#pragma once

#include "base/date.hpp"
#include "base/result.hpp"
#include "store/changes.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tiendo::store {

namespace sql {
class Connection;
}

/// An entry of the library of indicators that the office has changed or added.
struct IndicatorRecord {
    std::string id{};
    std::string body{}; ///< JSON
    std::int64_t revision = 0;

    friend bool operator==(const IndicatorRecord&, const IndicatorRecord&) = default;
};

struct Holiday {
    Date day{};
    std::string name{};
    std::string kind = "off"; ///< "off", "work", "ordinary"

    friend bool operator==(const Holiday&, const Holiday&) = default;
};

/// What the office keeps over the defaults that the product brings along.
class Library {
public:
    Library(sql::Connection& connection, NotedChanges& noted)
        : connection_(connection), noted_(noted)
    {
    }

    std::optional<IndicatorRecord> find_indicator(const std::string& id);
    std::vector<IndicatorRecord> indicators();
    /// Answers the new revision. The record carries the revision that was read, 0 for a new entry.
    Result<std::int64_t> put(const IndicatorRecord& indicator);

    std::vector<Holiday> holidays();
    void put(const Holiday& holiday);
    void remove_holiday(Date day);

private:
    sql::Connection& connection_;
    NotedChanges& noted_;
};

} // namespace tiendo::store
