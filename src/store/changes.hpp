#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace tiendo::store {

namespace sql {
class Connection;
}

/// What a change of the things that count in figures is about.
enum class ChangeKind {
    report,     ///< a unit's report of a period: handed in, given back, accepted, left out …
    period,     ///< a period of a plan
    plan,       ///< a plan
    indicators, ///< the library
    units,      ///< the list of units
    everything, ///< all of it was replaced
};

struct ChangedThing {
    ChangeKind kind = ChangeKind::everything;
    std::int64_t plan = 0; ///< 0 and empty: not about one
    std::string period{};
    std::string unit{};

    friend auto operator<=>(const ChangedThing&, const ChangedThing&) = default;
};

struct Change {
    std::int64_t seq = 0; ///< grows in the order of the commits
    ChangedThing thing{};

    friend bool operator==(const Change&, const Change&) = default;
};

/// What a transaction has changed so far; kept with it, and never without it.
class NotedChanges {
public:
    void note(ChangedThing thing) { things_.insert(std::move(thing)); }
    const std::set<ChangedThing>& things() const { return things_; }
    bool empty() const { return things_.empty(); }

private:
    std::set<ChangedThing> things_;
};

/// The sequence of all changes, for those who hold in memory what they read: they ask for what is
/// new since the number that they have come to.
class Changes {
public:
    static constexpr std::int64_t kept_max = 20'000; // docs/limits.md

    Changes(sql::Connection& connection, NotedChanges& noted)
        : connection_(connection), noted_(noted)
    {
    }

    /// The number of the newest change that is kept; 0 if there never was one.
    std::int64_t last_seq();
    /// In their order. None where some of them are not kept any more: then all is to be read anew.
    std::optional<std::vector<Change>> since(std::int64_t seq);
    /// Whether this transaction itself has changed something that counts.
    bool has_own() const { return !noted_.empty(); }

    /// Numbers what was noted, and wakes the watchers when the transaction is committed. The store
    /// does so before each commit.
    void keep_noted();

private:
    sql::Connection& connection_;
    NotedChanges& noted_;
};

} // namespace tiendo::store
