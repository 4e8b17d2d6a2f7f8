#pragma once

#include "base/date.hpp"
#include "base/result.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace tiendo::store {

namespace sql {
class Connection;
}

/// One step of a consolidated report from draft to issued; never changed.
struct IssuingStepRecord {
    std::int64_t plan = 0;
    std::string period{};
    std::int64_t number = 0; ///< from 1; filled in by the store
    std::string body{};      ///< JSON
    std::string by{};
    Instant at{};

    friend bool operator==(const IssuingStepRecord&, const IssuingStepRecord&) = default;
};

/// The consolidated report as it was issued; never changed.
struct IssuedReport {
    std::int64_t plan = 0;
    std::string period{};
    std::int64_t version = 0; ///< from 1; filled in by the store
    std::string snapshot{};   ///< canonical JSON of all that it was made from
    std::string snapshot_sha256{};
    std::string docx{};
    std::string docx_sha256{}; ///< both digests are filled in by the store
    std::string by{};
    Instant at{};

    friend bool operator==(const IssuedReport&, const IssuedReport&) = default;
};

class Issuing {
public:
    explicit Issuing(sql::Connection& connection) : connection_(connection) {}

    void append(const IssuingStepRecord& step);
    /// The oldest first.
    std::vector<IssuingStepRecord> steps(std::int64_t plan, const std::string& period);

    /// Answers the version's number.
    std::int64_t freeze(const IssuedReport& report);
    Result<IssuedReport> issued(std::int64_t plan, const std::string& period, std::int64_t version);
    /// The oldest first, without their .docx.
    std::vector<IssuedReport> versions(std::int64_t plan, const std::string& period);
    void each_issued(const std::function<void(const IssuedReport&)>& use);

private:
    sql::Connection& connection_;
};

} // namespace tiendo::store
