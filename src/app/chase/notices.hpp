#pragma once

#include "app/chase/chases.hpp"
#include "domain/chase/ladder.hpp"

#include <string>
#include <vector>

namespace tiendo::app {

/// How the plan's office chases, with the revision for conflict detection. Needs Right::see_plan.
struct KeptLadder {
    Ladder ladder{};
    std::int64_t revision = 0; ///< 0: the usual one, never changed
};
Result<KeptLadder> ladder_of(Work& work, const PlanId& plan);
/// Needs Right::review_reports.
Result<Done> change_ladder(Work& work, const PlanId& plan, const KeptLadder& ladder);

/// What the office told, the newest first. Needs Right::see_plan.
Result<std::vector<NoticeSent>>
notices_of_period(Work& work, const PlanId& plan, const PeriodId& period);
/// With those inside the unit that are for the actor. Needs Right::see_report for the unit.
Result<std::vector<NoticeSent>> notices_of_report(Work& work, const ReportOf& of);
/// Needs Right::enter_report for the notice's unit; one inside the unit is read by whom it is for.
Result<Done> mark_notice_read(Work& work, const std::string& id);

/// What the ladder says is due now; nothing while it is not automatic. Needs
/// Right::review_reports.
Result<std::vector<Notice>> notices_due(Work& work, const PlanId& plan, const PeriodId& period);
/// Records what the ladder says is due now, in the transaction that decides it. Answers how many
/// notices were new; none while the ladder is not automatic. Needs Right::review_reports.
Result<int> decide_due_notices(Work& work, const PlanId& plan, const PeriodId& period);

struct Reminding {
    std::vector<UnitId> units{};
    bool by_mail = true;
    bool is_forced = false; ///< a second one on the same day, or outside office hours
};
struct Reminded {
    std::vector<UnitId> told{};
    std::vector<UnitId> without_address{}; ///< told in the product alone
    std::vector<UnitId> told_today{};      ///< left out: had one today
    std::vector<UnitId> owing_nothing{};   ///< left out: has reported, or is not chased
};
/// An officer reminds now. Refused at night and on days off unless forced. Needs
/// Right::review_reports.
Result<Reminded>
remind(Work& work, const PlanId& plan, const PeriodId& period, const Reminding& reminding);

/// Puts a mail that was refused, or of which nobody knows whether it arrived, into the outbox
/// again. Needs Right::review_reports.
Result<Done> send_mail_again(Work& work, const std::string& notice);

/// "a@b.vn": one address, nothing else; no line can be broken out of it.
bool is_mail_address(std::string_view text);

} // namespace tiendo::app
