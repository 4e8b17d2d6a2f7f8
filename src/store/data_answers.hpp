#pragma once

#include "base/date.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace tiendo::store {

namespace sql {
class Connection;
}

/// What somebody said to a question about a figure: that it is right, and why.
struct DataAnswer {
    std::int64_t seq = 0; ///< given by the store
    std::int64_t plan = 0;
    std::string period{};
    std::string question{}; ///< "unlike_last_year/6.1/bo-y/num"
    std::string about{};    ///< the numbers that it was asked about
    std::string reason{};
    std::string by{}; ///< login
    Instant at{};

    friend bool operator==(const DataAnswer&, const DataAnswer&) = default;
};

/// Only ever added to: a later answer to the same question stands over the earlier one.
class DataAnswers {
public:
    explicit DataAnswers(sql::Connection& connection) : connection_(connection) {}

    void add(const DataAnswer& answer);
    /// The oldest first.
    std::vector<DataAnswer> of_period(std::int64_t plan, const std::string& period);

private:
    sql::Connection& connection_;
};

} // namespace tiendo::store
