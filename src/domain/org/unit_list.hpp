#pragma once

#include "base/result.hpp"
#include "domain/org/unit.hpp"

#include <map>
#include <string>
#include <vector>

namespace tiendo {

/// Where a row of a list stands: the file as it was named, and its line or row there.
struct ListPlace {
    std::string file{};
    int line = 0;

    friend bool operator==(const ListPlace&, const ListPlace&) = default;
};

/// A unit of an official list: known by a code that holds in its own days only.
struct ListedUnit {
    ListPlace place{};
    std::string code{};
    std::string name{}; ///< with its kind: "Xã Sa Loong"
    UnitKind kind = UnitKind::commune;
    std::string parent_code{}; ///< empty at the top
    std::optional<Date> valid_from{};
    std::optional<Date> valid_to{};

    friend bool operator==(const ListedUnit&, const ListedUnit&) = default;
};

/// That a unit followed another, by their codes.
struct ListedSuccession {
    ListPlace place{};
    std::string from_code{};
    std::string to_code{};
    std::optional<Date> on{}; ///< none: the day on which the one began after the other's last
    std::optional<SuccessionKind> kind{}; ///< none: kept as it was, under another parent or name
    std::optional<Decimal> share{};

    friend bool operator==(const ListedSuccession&, const ListedSuccession&) = default;
};

/// A row that was not taken, and why.
struct RefusedRow {
    ListPlace place{};
    std::string text{}; ///< what the row says: "23392 Xã Sa Loong"
    Problem problem{};

    friend bool operator==(const RefusedRow&, const RefusedRow&) = default;
};

/// What files hold, row by row. Reading does not fail: what is not understood is told.
struct UnitList {
    std::vector<ListedUnit> units{};
    std::vector<ListedSuccession> successions{};
    std::vector<RefusedRow> refused{};
};

/// A unit that was kept and is described otherwise by the list.
struct ChangedUnit {
    Unit before{};
    Unit after{};
};

/// What taking over a list would do, or did. Rows that say what is known already do nothing.
struct UnitImport {
    std::vector<Unit> added{};
    std::vector<ChangedUnit> changed{};
    int same = 0; ///< units
    std::vector<Succession> successions{};
    int same_successions = 0;
    std::vector<RefusedRow> refused{};

    bool is_empty() const { return added.empty() && changed.empty() && successions.empty(); }
};

/// Compares a list with the units that are kept. With `below`, a code of the list, only that unit,
/// those below it, and those that they followed or that followed them, with their own superiors.
/// Refuses a code that the list does not have.
///
/// A unit of the list is one that is kept where code and days agree and one of their names does:
/// a code that means another unit in other years is never confused, and one that is held by a unit
/// of another name is refused.
Result<UnitImport>
compare_list(const UnitDirectory& known, const UnitList& list, const std::string& below);

} // namespace tiendo
