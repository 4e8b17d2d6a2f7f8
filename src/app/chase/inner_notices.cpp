#include "app/chase/inner_notices.hpp"

#include "app/admin/account_records.hpp"
#include "app/chase/ledgers.hpp"
#include "app/chase/mail_settings.hpp"
#include "app/chase/notices.hpp"
#include "base/id.hpp"
#include "documents/writing/official_words.hpp"
#include "domain/chase/inner_notice.hpp"

#include <algorithm>

namespace tiendo::app {
namespace {

Result<Done> tell(
    Work& work,
    const ReportOf& of,
    InnerNotice kind,
    const std::vector<std::string>& logins,
    Instant step
)
{
    const auto dues = TRY(dues_of_report(work, of));
    const auto facts = TRY(notice_facts(work, of.plan, of.period));
    const auto text = inner_text(kind, dues, facts, documents::official_words);
    for (const auto& login : logins) {
        store::NoticeRecord notice;
        notice.id = new_uuid7(work.now.seconds * 1000);
        notice.plan = TRY(number_of(of.plan));
        notice.period = of.period.str();
        notice.unit = of.unit.str();
        notice.rung = inner_rung(kind, login, step);
        notice.day = local_time(work.now).day;
        notice.subject = text.subject;
        notice.body = text.body;
        notice.at = work.now;
        notice.by = work.actor.login;
        notice.mail_state = "none";
        const auto address = email_of(work, login);
        if (mail_leaves(work) && is_mail_address(address)) {
            notice.mail_to = address;
            notice.mail_state = "waiting";
        }
        work.kept.notices().add(notice);
    }
    return done;
}

} // namespace

std::vector<std::string> leaders_of(Work& work, const UnitId& unit)
{
    std::vector<std::string> logins;
    const auto positions = work.kept.accounts().positions();
    for (const auto& record : work.kept.accounts().all()) {
        if (record.disabled) continue;
        const auto person = actor_of(record);
        const bool leads = person.unit == unit && person.has(Role::unit_leader);
        const bool leads_besides = std::ranges::any_of(positions, [&](const auto& position) {
            return position.login == record.login && position.unit == unit.str() &&
                   roles_in(position.roles).contains(Role::unit_leader);
        });
        if (leads || leads_besides) logins.push_back(record.login);
    }
    return logins;
}

Result<Done> tell_leaders(Work& work, const ReportOf& of)
{
    const auto dues = TRY(dues_of_report(work, of));
    if (!dues.report.presented) return done;
    return tell(
        work, of, InnerNotice::for_leader, leaders_of(work, of.unit), dues.report.presented->at
    );
}

Result<Done> tell_who_presented(Work& work, const ReportOf& of, const std::string& login)
{
    return tell(work, of, InnerNotice::given_back, {login}, work.now);
}

} // namespace tiendo::app
