#pragma once

#include "base/date.hpp"
#include "base/result.hpp"
#include "store/changes.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tiendo::store {

namespace sql {
class Connection;
}

/// A unit as it is kept. The id never changes and never means anything; the code may be given to
/// another unit later, so it is not a key. No day stands for "always".
struct UnitRecord {
    std::string id{};
    std::string code{};
    std::string parent{}; ///< empty at the top
    std::string body{};   ///< JSON: names, kind, aliases, contact
    std::optional<Date> valid_from{};
    std::optional<Date> valid_to{}; ///< the last day
    std::int64_t revision = 0;

    friend bool operator==(const UnitRecord&, const UnitRecord&) = default;
};

/// On that day one unit took over from another. A merger has several predecessors, a split several
/// successors.
struct Succession {
    std::string predecessor{};
    std::string successor{};
    Date on_day{};
    std::string kind = "merged"; ///< "merged", "divided", "renamed", "moved"
    std::string share{};         ///< percent of a divided predecessor: "37.5"; empty: not known

    friend bool operator==(const Succession&, const Succession&) = default;
};

class Units {
public:
    Units(sql::Connection& connection, NotedChanges& noted) : connection_(connection), noted_(noted)
    {
    }

    Result<UnitRecord> get(const std::string& id);
    /// In the order of their ids.
    std::vector<UnitRecord> all();
    std::vector<UnitRecord> valid_on(Date day);
    std::vector<UnitRecord> with_code(const std::string& code);

    /// Answers the new revision. The record carries the revision that was read, 0 for a new unit.
    Result<std::int64_t> put(const UnitRecord& unit);
    /// Many at once; nothing tells which was refused.
    Result<Done> put(const std::vector<UnitRecord>& units);
    /// For a unit that nobody has used yet.
    void remove(const std::string& id);

    void add(const Succession& succession);
    void add(const std::vector<Succession>& successions);
    void remove(const Succession& succession);
    std::vector<Succession> successions();

    /// Another text after each change of units or successions, and never the same again: what was
    /// made of them under that text holds as long as it stands. Empty while nothing was kept.
    std::string version();

private:
    Result<std::int64_t> put_one(const UnitRecord& unit);
    void add_one(const Succession& succession);
    void change_version();

    sql::Connection& connection_;
    NotedChanges& noted_;
};

} // namespace tiendo::store
