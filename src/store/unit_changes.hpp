#pragma once

#include "base/date.hpp"
#include "base/result.hpp"

#include <string>
#include <vector>

namespace tiendo::store {

namespace sql {
class Connection;
}

/// A change of many units at once: a list that was uploaded, or a reorganisation. Kept before it is
/// made, so that a person confirms what was shown, and afterwards with what it did.
struct UnitChange {
    std::string id{};   ///< UUID of version 7: the newest is the last
    std::string kind{}; ///< "list", "reorganisation"
    std::string title{};
    std::string body{};   ///< JSON: what is to be done
    std::string effect{}; ///< JSON: what was done, from which it is undone; empty before
    std::string state{};  ///< received, taken, undone
    std::string by{};
    Instant at{};

    friend bool operator==(const UnitChange&, const UnitChange&) = default;
};

class UnitChanges {
public:
    explicit UnitChanges(sql::Connection& connection) : connection_(connection) {}

    /// In the place of those of the same kind and person that were received and never taken.
    void add(const UnitChange& change);
    Result<UnitChange> get(const std::string& id);
    /// Those that were made, undone ones included; the newest first.
    std::vector<UnitChange> made(const std::string& kind);
    void set_state(const std::string& id, const std::string& state, const std::string& effect);

private:
    sql::Connection& connection_;
};

} // namespace tiendo::store
