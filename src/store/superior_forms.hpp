#pragma once

#include "base/date.hpp"
#include "base/result.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace tiendo::store {

namespace sql {
class Connection;
}

/// A superior's form as it was uploaded, with the figures that the office put into its cells.
struct SuperiorForm {
    std::int64_t plan = 0;
    std::string sha256{}; ///< of the bytes: the form's own name
    std::string name{};   ///< of the file
    std::string bytes{};
    std::string tables{}; ///< JSON: the cells as the confined reader saw them
    std::string places{}; ///< JSON: which cell holds what
    std::string by{};
    Instant at{};
    std::int64_t revision = 0;

    friend bool operator==(const SuperiorForm&, const SuperiorForm&) = default;
};

class SuperiorForms {
public:
    explicit SuperiorForms(sql::Connection& connection) : connection_(connection) {}

    Result<SuperiorForm> get(std::int64_t plan, const std::string& sha256);
    /// The newest first, without their bytes.
    std::vector<SuperiorForm> of(std::int64_t plan);
    /// Answers the new revision. The form carries the revision that was read, 0 for a new one; the
    /// bytes of a known form stay as they were.
    Result<std::int64_t> put(const SuperiorForm& form);

private:
    sql::Connection& connection_;
};

} // namespace tiendo::store
