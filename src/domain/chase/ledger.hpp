#pragma once

#include "domain/form/typed_answers.hpp"
#include "domain/submission/report_state.hpp"
#include "domain/submission/standing.hpp"

#include <optional>
#include <string>
#include <vector>

/// Who owes what: one line for each row of a unit's form in a period. What a line says follows from
/// what was answered and when, never from a button alone.
namespace tiendo {

enum class ItemKind { measure, task, duty, table };

/// One row of a form that is owed.
struct OwedItem {
    ItemKind kind = ItemKind::measure;
    std::string number{}; ///< "3.2a"; a task's "3.4"; a duty's "7"; an office's table "office_1"
    std::string title{};

    friend bool operator==(const OwedItem&, const OwedItem&) = default;
};

enum class ItemState {
    answered,            ///< in a version that counts
    estimated,           ///< likewise, as an estimate while the data window is open
    estimate_to_replace, ///< the window has closed since: the official figure is awaited
    empty_but_signed,    ///< handed in without an answer
    unsent,              ///< typed, not handed in
    missing,             ///< nothing typed
    returned,            ///< given back and not sent again
    cooperating,         ///< asked of who takes no orders, and not there yet
    separate,            ///< the unit reports elsewhere
    excluded,            ///< nothing is asked
};

/// When the answer came, or how long it has been awaited.
enum class Lateness {
    in_time,
    excused, ///< after the hour for all, within the one granted to this unit
    late,
};

struct LedgerLine {
    OwedItem item{};
    ItemState state = ItemState::missing;
    Lateness lateness = Lateness::in_time;

    friend bool operator==(const LedgerLine&, const LedgerLine&) = default;
};

/// What is known of one unit's report.
struct UnitAnswers {
    Unit unit{};
    Form form{};
    ReportState state{};
    std::optional<Instant> changed_at{}; ///< when the report last changed its state
    Answers draft{};
    Answers submitted{}; ///< the newest version; empty where there is none
};

/// What one unit owes in a period.
struct UnitDues {
    Unit unit{};
    ReportState report{};
    Timing timing{};
    Standing standing = Standing::not_yet;
    Instant deadline{};                  ///< the unit's own where it was given one
    std::optional<Instant> asked_from{}; ///< when the report came back into the unit's hands
    std::vector<LedgerLine> lines{};

    /// The rows without an answer, whoever is asked.
    std::vector<OwedItem> missing() const;
    std::vector<OwedItem> in_state(ItemState state) const;
    /// Whether it was signed with no row answered at all: that is no report.
    bool is_signed_empty() const;
};

struct Ledger {
    Period period{};
    Instant now{};
    std::vector<UnitDues> units{}; ///< in the order of the period
};

UnitDues dues_of(const UnitAnswers& unit, const Period& period, Instant now);

/// Whether the office still waits for something on this line.
bool is_owed(ItemState state);

/// "answered", "empty_but_signed" …
const char* name_of(ItemState state);

} // namespace tiendo
