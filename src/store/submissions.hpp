#pragma once

#include "base/date.hpp"
#include "base/result.hpp"
#include "store/changes.hpp"
#include "store/report_key.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace tiendo::store {

namespace sql {
class Connection;
}

/// What a unit hands in. The idempotency key is made by whoever sends it, once for each act of
/// handing in: sent twice, it is kept once.
struct NewSubmission {
    ReportKey report{};
    std::string body{}; ///< JSON
    std::string author{};
    Instant at{};
    std::string channel{}; ///< "web", "excel", "paper", "history"
    std::string idempotency_key{};
};

/// One version of a unit's report as it was handed in; never changed.
struct SubmissionRecord {
    std::int64_t seq = 0; ///< grows with every submission of the store, without gaps
    std::string id{};     ///< UUID of version 7
    ReportKey report{};
    std::int64_t version = 0; ///< from 1 within its report
    std::string body{};
    std::string sha256{}; ///< see digest_of
    std::string author{};
    Instant at{};
    std::string channel{};
    std::string idempotency_key{};

    friend bool operator==(const SubmissionRecord&, const SubmissionRecord&) = default;
};

/// What a unit can show for its report.
struct Receipt {
    std::string id{};
    std::int64_t version = 0;
    std::string sha256{};
    Instant at{};

    friend bool operator==(const Receipt&, const Receipt&) = default;
};

/// SHA-256 over plan, period, unit, version, author, instant, channel and body.
std::string digest_of(const SubmissionRecord& submission);

/// The log of submissions: only ever added to, a correction is a new version.
class Submissions {
public:
    Submissions(sql::Connection& connection, NotedChanges& noted)
        : connection_(connection), noted_(noted)
    {
    }

    /// Durable when the transaction is committed. The same key answers the first receipt again.
    Receipt append(const NewSubmission& submission);

    Result<SubmissionRecord> get(const std::string& id);
    std::optional<SubmissionRecord> newest(const ReportKey& report);
    /// The oldest first.
    std::vector<SubmissionRecord> versions(const ReportKey& report);
    /// The newest version of each unit.
    std::vector<SubmissionRecord> newest_of_period(std::int64_t plan, const std::string& period);
    /// The newest version of each unit and period: the plan's history.
    std::vector<SubmissionRecord> newest_of_plan(std::int64_t plan);
    /// The same one by one. `use` asks the store for nothing more.
    void
    each_newest_of_plan(std::int64_t plan, const std::function<void(const SubmissionRecord&)>& use);
    /// All that came after, in the order of their seq. `use` asks the store for nothing more.
    void each_after(std::int64_t seq, const std::function<void(const SubmissionRecord&)>& use);
    /// The seq of the last one; 0 if there is none.
    std::int64_t last_seq();

private:
    sql::Connection& connection_;
    NotedChanges& noted_;
};

} // namespace tiendo::store
