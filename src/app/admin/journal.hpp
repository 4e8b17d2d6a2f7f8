#pragma once

#include "app/work.hpp"

#include <string>
#include <vector>

namespace tiendo::app {

/// Which entries of the journal are wanted; empty parts do not narrow.
struct JournalFilter {
    std::string by{};
    std::string verb{};
    UnitId unit{};
    PlanId plan{};
    std::int64_t before = 0; ///< the number of the last entry of the page before; 0: the newest
};

struct JournalLine {
    std::int64_t number = 0;
    Instant at{};
    std::string by{};
    std::string by_name{}; ///< empty where no account has that login
    std::string verb{};
    PlanId plan{};
    PeriodId period{};
    UnitId unit{};
    std::string unit_name{};
    std::string thing{};
    std::string detail{}; ///< JSON
};

struct JournalPage {
    std::vector<JournalLine> lines{}; ///< the newest first
    std::int64_t older = 0;           ///< `before` of the next page; 0 where this is the last
    std::vector<std::string> verbs{}; ///< all that occur, for the filter
};

/// Needs Right::see_journal.
Result<JournalPage> journal(Work& work, const JournalFilter& filter);

/// Follows the chain of digests from the first entry to the last.
struct JournalCheck {
    std::int64_t entries = 0;
    std::int64_t broken_at = 0; ///< the first entry that is not as it was written; 0: none
};
Result<JournalCheck> check_journal(Work& work);

} // namespace tiendo::app
