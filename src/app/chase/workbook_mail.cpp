#include "app/chase/workbook_mail.hpp"

#include "app/chase/ledgers.hpp"
#include "app/chase/mail_settings.hpp"
#include "app/chase/notices.hpp"
#include "base/id.hpp"
#include "documents/writing/official_words.hpp"

namespace tiendo::app {
namespace {

NoticeText text_for(const UnitDues& dues, const NoticeFacts& facts)
{
    const auto& say = documents::official_words;
    const auto period = period_in_words(facts.period, say);
    return {
        say("notice.workbook_subject", {{"period", period}}),
        say("notice.addressed_to", {{"unit", dues.unit.name}}) + "\n" +
            say("notice.workbook",
                {{"period", period},
                 {"plan", plan_in_words(facts.plan, say)},
                 {"deadline", moment_in_words(dues.deadline, say)},
                 {"office", facts.office}})
    };
}

} // namespace

Result<WorkbooksMailed> mail_workbooks(Work& work, const PlanId& plan, const PeriodId& period)
{
    TRY(require(work, Right::review_reports));
    if (pinned_time(work.kept)) return refuse(Refusal::conflict, "mail.none_in_sample");
    if (!mail_leaves(work)) return refuse(Refusal::conflict, "mail.no_server");
    const auto owed = TRY(ledger(work, plan, period));
    const auto facts = TRY(notice_facts(work, plan, period));
    WorkbooksMailed mailed;
    for (const auto& dues : owed.units) {
        if (!may_be_chased(dues)) continue;
        if (!is_mail_address(dues.unit.contact.email)) {
            mailed.without_address.push_back(dues.unit.id);
            continue;
        }
        const auto text = text_for(dues, facts);
        store::NoticeRecord notice;
        notice.id = new_uuid7(work.now.seconds * 1000);
        notice.plan = TRY(number_of(plan));
        notice.period = period.str();
        notice.unit = dues.unit.id.str();
        notice.rung = workbook_rung;
        notice.day = local_time(work.now).day;
        notice.subject = text.subject;
        notice.body = text.body;
        notice.at = work.now;
        notice.by = work.actor.login;
        notice.mail_to = dues.unit.contact.email;
        notice.mail_state = "waiting";
        if (!work.kept.notices().add(notice)) continue;
        record(work, "notice.sent", {plan, period, dues.unit.id, notice.rung});
        mailed.mailed.push_back(dues.unit.id);
    }
    return mailed;
}

} // namespace tiendo::app
