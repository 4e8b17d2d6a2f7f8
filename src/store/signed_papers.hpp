#pragma once

#include "base/date.hpp"
#include "base/result.hpp"
#include "store/report_key.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace tiendo::store {

namespace sql {
class Connection;
}

/// How a unit heads, addresses and signs its report of one period.
struct UnitReportHead {
    ReportKey report{};
    std::string body{}; ///< JSON
    std::string by{};
    Instant at{};
    std::int64_t revision = 0;

    friend bool operator==(const UnitReportHead&, const UnitReportHead&) = default;
};

class UnitReportHeads {
public:
    explicit UnitReportHeads(sql::Connection& connection) : connection_(connection) {}

    std::optional<UnitReportHead> find(const ReportKey& report);
    /// The one that the unit set up last, whichever plan and period it was for.
    std::optional<UnitReportHead> newest_of(const std::string& unit);
    /// Answers the new revision. The head carries the revision that was read, 0 for a new one.
    Result<std::int64_t> put(const UnitReportHead& head);

private:
    sql::Connection& connection_;
};

/// A signed paper as it was uploaded; never changed, a later one stands beside it. The consolidated
/// report's have no unit.
struct SignedPaper {
    ReportKey report{};
    std::int64_t number = 0;  ///< from 1; filled in by the store
    std::int64_t version = 0; ///< of the submission, or of the report as issued
    std::string body{};       ///< JSON: number, day and signer of the paper
    std::string name{};       ///< of the file
    std::string bytes{};
    std::string sha256{}; ///< of the bytes; filled in by the store
    std::string by{};
    Instant at{};

    friend bool operator==(const SignedPaper&, const SignedPaper&) = default;
};

class SignedPapers {
public:
    explicit SignedPapers(sql::Connection& connection) : connection_(connection) {}

    /// Answers its number.
    std::int64_t add(const SignedPaper& paper);
    Result<SignedPaper> get(const ReportKey& report, std::int64_t number);
    /// The oldest first, without their bytes.
    std::vector<SignedPaper> of(const ReportKey& report);
    /// The units that have one for the version of their report that is the newest.
    std::set<std::string> signed_units(std::int64_t plan, const std::string& period);
    void each(const std::function<void(const SignedPaper&)>& use);

private:
    sql::Connection& connection_;
};

} // namespace tiendo::store
