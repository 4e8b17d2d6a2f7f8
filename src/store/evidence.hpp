#pragma once

#include "base/date.hpp"
#include "base/result.hpp"
#include "store/report_key.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tiendo::store {

namespace sql {
class Connection;
}

/// A file that bears out an item of a unit's report, without its bytes.
struct EvidenceRecord {
    std::string id{}; ///< UUID of version 7
    ReportKey report{};
    std::string item{}; ///< "cell/3.2a"
    std::string name{}; ///< as the person's machine called it
    std::string kind{}; ///< "pdf", "docx", "xlsx", "jpg", "png"
    std::int64_t size = 0;
    std::string sha256{}; ///< of the bytes; filled in by the store
    std::string by{};
    Instant at{};
    std::optional<Instant> removed_at{}; ///< taken back; versions handed in before keep it

    friend bool operator==(const EvidenceRecord&, const EvidenceRecord&) = default;
};

class EvidenceFiles {
public:
    explicit EvidenceFiles(sql::Connection& connection) : connection_(connection) {}

    void add(const EvidenceRecord& file, const std::string& bytes);
    /// Those that were not taken back, the oldest first.
    std::vector<EvidenceRecord> of(const ReportKey& report);
    Result<EvidenceRecord> get(const std::string& id);
    Result<std::string> bytes(const std::string& id);
    void take_back(const std::string& id, Instant at);
    /// Those taken back included.
    std::vector<EvidenceRecord> all();

private:
    sql::Connection& connection_;
};

} // namespace tiendo::store
