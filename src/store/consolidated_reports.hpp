#pragma once

#include "base/date.hpp"
#include "base/result.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tiendo::store {

namespace sql {
class Connection;
}

/// What the office wrote at one place of the consolidated report, over the text that was computed.
struct OfficeText {
    std::int64_t plan = 0;
    std::string period{};
    std::string key{};
    std::string text{};
    std::string computed_text{}; ///< what stood there when the office wrote
    std::string reason{};        ///< why other words than the computed ones
    std::string by{};
    Instant at{};
    std::int64_t revision = 0;

    friend bool operator==(const OfficeText&, const OfficeText&) = default;
};

/// What the office decided about the sentences that the units wrote for one part.
struct GatheredPart {
    std::int64_t plan = 0;
    std::string period{};
    std::string part{};
    std::string choices{}; ///< JSON
    std::string by{};
    Instant at{};
    std::int64_t revision = 0;

    friend bool operator==(const GatheredPart&, const GatheredPart&) = default;
};

/// The consolidated report as it was frozen; never changed.
struct ReportVersion {
    std::int64_t plan = 0;
    std::string period{};
    std::int64_t version = 0; ///< from 1; filled in by the store
    std::string body{};       ///< JSON
    std::string sha256{};     ///< of the body; filled in by the store
    Instant at{};
    std::string by{};
    std::string state{}; ///< draft, issued

    friend bool operator==(const ReportVersion&, const ReportVersion&) = default;
};

class ConsolidatedReports {
public:
    explicit ConsolidatedReports(sql::Connection& connection) : connection_(connection) {}

    std::vector<OfficeText> texts(std::int64_t plan, const std::string& period);
    /// Answers the new revision. The text carries the revision that was read, 0 for a new one.
    Result<std::int64_t> put(const OfficeText& text);
    /// The computed text stands again.
    void remove_text(std::int64_t plan, const std::string& period, const std::string& key);

    std::vector<GatheredPart> choices(std::int64_t plan, const std::string& period);
    std::optional<GatheredPart>
    choices(std::int64_t plan, const std::string& period, const std::string& part);
    /// Answers the new revision. The choices carry the revision that was read, 0 for new ones.
    Result<std::int64_t> put_choices(const GatheredPart& choices);

    /// Answers the version's number.
    std::int64_t freeze(const ReportVersion& version);
    Result<ReportVersion>
    version(std::int64_t plan, const std::string& period, std::int64_t number);
    std::optional<ReportVersion> newest(std::int64_t plan, const std::string& period);
    /// The oldest first.
    std::vector<ReportVersion> versions(std::int64_t plan, const std::string& period);
    std::vector<ReportVersion> all_versions();

private:
    sql::Connection& connection_;
};

} // namespace tiendo::store
