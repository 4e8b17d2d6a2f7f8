#pragma once

#include "app/chase/ledgers.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tiendo::app {

/// A notice as it was sent, and what became of it.
struct NoticeSent {
    std::string id{};
    UnitId unit{}; ///< empty: for the office itself
    std::string rung{};
    Date day{};
    std::string subject{};
    std::string body{};
    std::string items{}; ///< numbers of the missing rows
    Instant at{};
    std::string by{}; ///< login
    std::optional<Instant> read_at{};
    std::string mail_to{};
    /// none, waiting, sending, handing_over, sent, refused, uncertain, dropped
    std::string mail_state{};
    std::string mail_answer{};
};

/// Who owes what: one unit of a period, with whatever its report still lacks.
struct ChaseLine {
    UnitDues dues{};
    Completion completion{};
    std::optional<NoticeSent> last{}; ///< the newest notice to it
    std::string text{};               ///< what one would write now; empty where nobody is chased
};

/// All units of the period, the most pressing first: overdue, returned, not yet, asked to
/// cooperate, then the others. Needs Right::see_plan.
struct Chase {
    Plan plan{};
    Period period{};
    std::vector<ChaseLine> lines{};
    Instant now{};
};
Result<Chase> chase(Work& work, const PlanId& plan, const PeriodId& period);

/// How one would write to the unit now.
Notice notice_now(const UnitDues& dues, Instant now);

/// What the office does with the reports of several units at once.
enum class ChaseAct { extend, exclude, separate };
struct ActOnUnits {
    ChaseAct act = ChaseAct::extend;
    std::vector<UnitId> units{};
    std::string reason{};
    std::optional<Instant> deadline{}; ///< of an extension: later than now and than before
};
/// All or none; a problem names the unit that stands in the way. Needs Right::review_reports.
Result<Done>
act_on_units(Work& work, const PlanId& plan, const PeriodId& period, const ActOnUnits& act);

/// Whom to call there. Needs Right::review_reports or Right::manage_units.
Result<Done> change_contact(Work& work, const UnitId& unit, const Contact& contact);

} // namespace tiendo::app
