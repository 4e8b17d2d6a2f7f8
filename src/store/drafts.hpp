#pragma once

#include "base/date.hpp"
#include "store/report_key.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tiendo::store {

namespace sql {
class Connection;
}

/// One cell of a report that is being written, saved as the officer goes along.
struct DraftItem {
    ReportKey report{};
    std::string item{};
    std::string body{}; ///< JSON
    std::int64_t revision = 0;
    std::string by{};
    Instant at{};

    friend bool operator==(const DraftItem&, const DraftItem&) = default;
};

/// What became of a cell that was to be saved: when somebody else was faster it was not saved, and
/// `current` is what that person wrote.
struct SavedItem {
    bool saved = false;
    DraftItem current{};
};

/// How far a unit has come with a report that it has not handed in yet.
struct DraftProgress {
    std::string unit{};
    Instant last_at{};

    friend bool operator==(const DraftProgress&, const DraftProgress&) = default;
};

class BulkCells;

/// Cells lie in two layers: what was typed, one by one, and what came out of files, many at a time.
/// Here they are one: of a cell that lies in both, the higher revision counts.
class Drafts {
public:
    explicit Drafts(sql::Connection& connection) : connection_(connection) {}

    std::optional<DraftItem> find(const ReportKey& report, const std::string& item);
    std::vector<DraftItem> items(const ReportKey& report);
    std::vector<DraftProgress> progress(std::int64_t plan, const std::string& period);

    /// The item carries the revision that was read, 0 for a cell that was empty.
    SavedItem put(const DraftItem& item);
    /// Cells out of a file, over what is there. Their revisions were read in this transaction.
    void put_all(const std::vector<BulkCells>& reports);
    void remove(const ReportKey& report, const std::string& item);
    void clear(const ReportKey& report);

private:
    std::vector<DraftItem> bulk_items(const ReportKey& report);
    std::optional<DraftItem> bulk_item(const ReportKey& report, const std::string& item);

    sql::Connection& connection_;
};

} // namespace tiendo::store
