#include "app/chase/chases.hpp"

#include "app/chase/notices.hpp"
#include "app/org/directory.hpp"
#include "app/org/units.hpp"
#include "app/period/periods.hpp"
#include "app/plan/plans.hpp"
#include "base/text.hpp"
#include "documents/writing/official_words.hpp"

#include <algorithm>
#include <array>

namespace tiendo::app {
namespace {

constexpr std::array pressing_first{
    Standing::overdue,
    Standing::returned,
    Standing::not_yet,
    Standing::cooperating,
    Standing::submitted,
    Standing::accepted,
    Standing::separate,
    Standing::excluded,
};

Completion completion_of_lines(const UnitDues& dues)
{
    Completion completion;
    completion.total = static_cast<int>(dues.lines.size());
    completion.filled = completion.total - static_cast<int>(dues.missing().size());
    return completion;
}

Result<Done> act_on_one(Work& work, const ReportOf& of, const ActOnUnits& act)
{
    switch (act.act) {
    case ChaseAct::extend:
        return extend_report(work, of, *act.deadline, act.reason);
    case ChaseAct::exclude:
        return exclude_report(work, of, act.reason);
    case ChaseAct::separate:
        return take_report_separately(work, of, act.reason);
    }
    return done;
}

/// Each refusal with the name of its unit in front.
void tell(Error& error, const Unit& unit, const Error& refused)
{
    for (const auto& problem : refused.problems) {
        if (std::ranges::any_of(error.problems, [&](const Problem& told) {
                return !problem.place.empty() && told.place == problem.place;
            }))
            continue;
        if (problem.place.empty())
            error.problems.push_back({"chase.not_open", {{"unit", unit.name}}, "unit"});
        else
            error.problems.push_back(problem);
    }
}

} // namespace

Notice notice_now(const UnitDues& dues, Instant now)
{
    Notice notice;
    notice.unit = dues.unit.id;
    notice.day = local_time(now).day;
    notice.tone = tone_for(dues);
    notice.items = dues.missing();
    return notice;
}

Result<Chase> chase(Work& work, const PlanId& plan, const PeriodId& period)
{
    auto all = TRY(ledger(work, plan, period));
    const auto facts = TRY(notice_facts(work, plan, period));
    Chase result;
    result.plan = TRY(plan_in_use(work, plan));
    result.period = all.period;
    result.now = work.now;
    const auto sent = TRY(notices_of_period(work, plan, period));
    for (auto& dues : all.units) {
        ChaseLine line;
        line.completion = completion_of_lines(dues);
        const auto newest = std::ranges::find(sent, dues.unit.id, &NoticeSent::unit);
        if (newest != sent.end()) line.last = *newest;
        if (may_be_chased(dues))
            line.text =
                notice_text(notice_now(dues, work.now), dues, facts, documents::official_words)
                    .body;
        line.dues = std::move(dues);
        result.lines.push_back(std::move(line));
    }
    std::ranges::stable_sort(result.lines, {}, [](const ChaseLine& line) {
        return std::ranges::find(pressing_first, line.dues.standing) - pressing_first.begin();
    });
    return result;
}

Result<Done>
act_on_units(Work& work, const PlanId& plan, const PeriodId& period_id, const ActOnUnits& act)
{
    TRY(require(work, Right::review_reports));
    if (act.units.empty()) return refuse(Refusal::invalid, "chase.choose_units", {}, "unit");
    if (squeeze(act.reason).empty())
        return refuse(Refusal::invalid, "submission.reason_missing", {}, "reason");
    const auto period = TRY(period_of(work, plan, period_id));
    if (act.act == ChaseAct::extend) {
        if (!act.deadline)
            return refuse(Refusal::invalid, "chase.deadline_not_understood", {}, "deadline");
        if (*act.deadline <= work.now || *act.deadline <= period.deadline)
            return refuse(Refusal::invalid, "chase.deadline_not_later", {}, "deadline");
    }
    const auto units = directory(work);
    Error error{Refusal::conflict, {}};
    for (const auto& id : act.units) {
        const auto* unit = units.find(id);
        if (unit == nullptr || !period.units.contains(id))
            return refuse(Refusal::not_found, "report.not_asked");
        const auto acted = act_on_one(work, {plan, period_id, id}, act);
        if (!acted) tell(error, *unit, acted.error());
    }
    if (!error.problems.empty()) return error;
    return done;
}

Result<Done> change_contact(Work& work, const UnitId& id, const Contact& contact)
{
    if (!may(work.actor, Right::manage_units)) TRY(require(work, Right::review_reports));
    const auto units = directory(work);
    const auto* found = units.find(id);
    if (found == nullptr)
        return refuse(Refusal::not_found, "unit_admin.unknown", {{"unit", id.str()}});
    auto unit = *found;
    if (!contact.email.empty() && !is_mail_address(contact.email))
        return refuse(
            Refusal::invalid, "contact.email_not_understood", {{"text", contact.email}}, "email"
        );
    unit.contact = contact_from(unit.contact, contact, local_time(work.now).day);
    TRY(keep_contact(work, unit));
    record(work, "unit.contact_changed", {.unit = id});
    return done;
}

} // namespace tiendo::app
