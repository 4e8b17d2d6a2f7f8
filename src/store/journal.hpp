#pragma once

#include "base/date.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace tiendo::store {

namespace sql {
class Connection;
}

/// What somebody did. Plan 0 and empty texts stand for "not about one".
struct JournalEntry {
    Instant at{};
    std::string by{};
    std::string unit{};
    std::int64_t plan = 0;
    std::string period{};
    std::string verb{};
    std::string subject{};
    std::string detail{}; ///< JSON

    friend bool operator==(const JournalEntry&, const JournalEntry&) = default;
};

struct JournalRecord {
    std::int64_t seq = 0;
    JournalEntry entry{};
    std::string previous{}; ///< the digest of the entry before; empty for the first
    std::string digest{};

    friend bool operator==(const JournalRecord&, const JournalRecord&) = default;
};

/// Which entries are wanted; what is left as it is does not narrow. `before` is the seq of the last
/// entry of the page before.
struct JournalQuery {
    std::int64_t plan = 0;
    std::string period{};
    std::string unit{};
    std::string subject{};
    std::string verb{};
    std::string by{};
    std::optional<std::int64_t> before{};
    std::int64_t limit = 100;
};

/// SHA-256 over the previous digest and all of the entry.
std::string digest_of(const JournalRecord& record);

/// The journal: only ever added to, in the same transaction as what it tells of. Each entry holds
/// the digest of the one before, so that none can be changed or taken out unseen.
class Journal {
public:
    explicit Journal(sql::Connection& connection) : connection_(connection) {}

    /// Answers the entry's seq, counted from 1 without gaps.
    std::int64_t append(const JournalEntry& entry);
    /// One after the other; answers the last one's.
    std::int64_t append_all(const std::vector<JournalEntry>& entries);

    /// The newest first.
    std::vector<JournalRecord> list(const JournalQuery& query);
    /// All, the oldest first. `use` asks the store for nothing more.
    void each(const std::function<void(const JournalRecord&)>& use);
    /// The seq of the last one; 0 if there is none.
    std::int64_t last_seq();

private:
    sql::Connection& connection_;
};

} // namespace tiendo::store
