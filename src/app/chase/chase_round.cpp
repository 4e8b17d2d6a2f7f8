#include "app/chase/chase_round.hpp"

#include "app/chase/mail_settings.hpp"
#include "app/chase/notices.hpp"
#include "app/chase/report_links.hpp"
#include "app/chase/workbook_mail.hpp"
#include "app/org/directory.hpp"
#include "app/org/holidays.hpp"
#include "app/period/periods.hpp"
#include "app/plan/plans.hpp"
#include "documents/writing/official_words.hpp"
#include "domain/chase/inner_notice.hpp"
#include "mail/smtp.hpp"

#include <algorithm>
#include <array>

namespace tiendo::app {
namespace {

/// A sender that was not heard of for so long is lost; a letter takes a minute at most.
constexpr std::int64_t lost_after_seconds = 300;
/// How long a mail waits after each try that delivered nothing; then it is given up.
constexpr std::array<std::int64_t, 5> pauses_seconds{300, 900, 3600, 4 * 3600, 12 * 3600};

/// The office's own hand: does what its monitor has switched on.
Actor automaton()
{
    return {.login = "tu-dong", .name = "tu-dong", .unit = {}, .roles = {Role::monitor}};
}

struct Round {
    PlanId plan{};
    PeriodId period{};
};

std::vector<Round> rounds_with_something_due(Work& work)
{
    std::vector<Round> rounds;
    for (const auto& ladder : work.kept.ladders().all()) {
        const PlanId plan(std::to_string(ladder.plan));
        const auto summary = plan_summary(work, plan);
        const auto periods = periods_of(work, plan);
        if (!summary || summary->stage != PlanStage::running || !periods) continue;
        for (const auto& period : *periods) {
            if (period.state != PeriodState::open) continue;
            const auto due = notices_due(work, plan, period.id);
            if (due && !due->empty()) rounds.push_back({plan, period.id});
        }
    }
    return rounds;
}

mail::Server server_of(const MailSettings& settings)
{
    mail::Server server;
    server.host = settings.host;
    server.port = settings.port;
    server.security = settings.security == MailSecurity::tls    ? mail::Security::tls
                      : settings.security == MailSecurity::none ? mail::Security::none
                                                                : mail::Security::starttls;
    server.account = settings.account;
    server.password = settings.password;
    server.certificate = settings.certificate;
    return server;
}

/// A mail that is ours to send.
struct Claimed {
    store::NoticeRecord notice{};
    MailSettings settings{};
    std::string body{};
    std::string office{};
    mail::Attachment file{};
};

/// Where links lead is known only where the administrator said it.
std::string link_line(Work& work, const store::NoticeRecord& notice, const std::string& site)
{
    if (site.empty()) return {};
    const ReportOf of{
        PlanId(std::to_string(notice.plan)), PeriodId(notice.period), UnitId(notice.unit)
    };
    // Who has an account signs in with it; a link that opens once is for those who have none.
    if (is_inner(notice.rung))
        return "\n\n" +
               documents::official_words("notice.open_page", {{"address", site + "/viec-cua-toi"}});
    const auto link = issue_link(work, of);
    if (!link) return {};
    return "\n\n" + documents::official_words(
                        "notice.link",
                        {{"address", site + "/vao/" + link->token},
                         {"until", moment_in_words(link->expires, documents::official_words)}}
                    );
}

/// Why a mail does not leave now: it is put aside until then, or for good.
std::optional<store::MailStep> aside(Work& work, const store::NoticeRecord& notice, Instant now)
{
    const ReportOf of{
        PlanId(std::to_string(notice.plan)), PeriodId(notice.period), UnitId(notice.unit)
    };
    const auto dues = dues_of_report(work, of);
    if (!dues || !still_holds(notice.rung, *dues, now)) return store::MailStep{"dropped", now, {}};
    // What an officer of the office sent at night was meant for the night.
    const auto days = working_days(work);
    const auto hour = office_hour_from(now, days);
    const bool is_meant = !is_inner(notice.rung) && !is_office_hour(notice.at, days);
    if (hour == now || is_meant) return std::nullopt;
    return store::MailStep{"waiting", hour, notice.mail_answer};
}

/// The next mail that may leave.
std::optional<store::NoticeRecord> next_mail(Work& work, Instant now, Instant lost)
{
    while (auto notice = work.kept.notices().claim_mail(now, lost)) {
        const auto step = aside(work, *notice, now);
        if (!step) return notice;
        work.kept.notices().put_mail(notice->id, *step);
    }
    return std::nullopt;
}

/// Of a mail that carries one.
mail::Attachment file_of(Work& work, const store::NoticeRecord& notice, const FileForMail& file_for)
{
    if (notice.rung != workbook_rung || !file_for) return {};
    const ReportOf of{
        PlanId(std::to_string(notice.plan)), PeriodId(notice.period), UnitId(notice.unit)
    };
    auto file = file_for(work, of);
    if (!file) return {};
    return {std::move(file->name), std::move(file->type), std::move(file->bytes)};
}

std::optional<Claimed> claim(Office& office, const FileForMail& file_for)
{
    const auto now = office.computer_time();
    const Instant lost{now.seconds - lost_after_seconds};
    return office.write(automaton(), [&](Work& work) -> std::optional<Claimed> {
        if (pinned_time(work.kept) || !has_mail_server(work)) return std::nullopt;
        work.kept.notices().give_up_unanswered(lost);
        auto notice = next_mail(work, now, lost);
        if (!notice) return std::nullopt;
        Claimed claimed;
        claimed.settings = kept_mail_settings(work);
        claimed.body = notice->body + link_line(work, *notice, claimed.settings.site);
        const auto facts =
            notice_facts(work, PlanId(std::to_string(notice->plan)), PeriodId(notice->period));
        if (facts) claimed.office = facts->office;
        claimed.file = file_of(work, *notice, file_for);
        claimed.notice = std::move(*notice);
        return claimed;
    });
}

void put(Office& office, const std::string& id, const store::MailStep& step)
{
    office.write(automaton(), [&](Work& work) {
        work.kept.notices().put_mail(id, step);
        return done;
    });
}

store::MailStep step_after(const mail::Outcome& outcome, std::int64_t tries, Instant now)
{
    switch (outcome.delivery) {
    case mail::Delivery::sent:
        return {"sent", now, outcome.answer};
    case mail::Delivery::refused:
        return {"refused", now, outcome.answer};
    case mail::Delivery::uncertain:
        return {"uncertain", now, outcome.answer};
    case mail::Delivery::later:
        break;
    }
    const auto pause = static_cast<std::size_t>(std::max<std::int64_t>(tries, 1) - 1);
    if (pause >= pauses_seconds.size()) return {"refused", now, outcome.answer};
    return {"waiting", {now.seconds + pauses_seconds.at(pause)}, outcome.answer};
}

void send(Office& office, const Claimed& claimed, const std::function<bool()>& stopped)
{
    const auto& notice = claimed.notice;
    mail::Letter letter;
    letter.id = notice.id;
    letter.from = claimed.settings.from;
    letter.from_name = claimed.office;
    letter.to = notice.mail_to;
    letter.subject = notice.subject;
    letter.body = claimed.body;
    letter.date = office.computer_time();
    letter.attachment = claimed.file;
    const mail::Watch watch{
        [&] { put(office, notice.id, {"handing_over", office.computer_time(), ""}); }, stopped
    };
    const auto outcome = mail::send(server_of(claimed.settings), letter, watch);
    put(office, notice.id, step_after(outcome, notice.mail_tries, office.computer_time()));
}

} // namespace

int decide_all_due(Office& office)
{
    const auto rounds = office.read(automaton(), rounds_with_something_due);
    int count = 0;
    for (const auto& round : rounds) {
        const auto decided = office.write(automaton(), [&](Work& work) {
            return decide_due_notices(work, round.plan, round.period);
        });
        if (decided) count += *decided;
    }
    return count;
}

int send_waiting_mail(
    Office& office, const std::function<bool()>& stopped, const FileForMail& file_for
)
{
    int count = 0;
    while (!stopped()) {
        const auto claimed = claim(office, file_for);
        if (!claimed) break;
        send(office, *claimed, stopped);
        ++count;
    }
    return count;
}

Result<MailTried> try_mail(Office& office, const Actor& actor, const std::string& address)
{
    if (!is_mail_address(address))
        return refuse(Refusal::invalid, "contact.email_not_understood", {{"text", address}}, "to");
    const auto settings = TRY(office.read(actor, [](Work& work) -> Result<MailSettings> {
        if (pinned_time(work.kept)) return refuse(Refusal::conflict, "mail.none_in_sample");
        return mail_settings(work);
    }));
    if (settings.host.empty()) return refuse(Refusal::conflict, "mail.no_server", {}, "host");
    mail::Letter letter;
    letter.id = new_uuid7(office.computer_time().seconds * 1000);
    letter.from = settings.from;
    letter.to = address;
    letter.subject = documents::official_words("notice.test_subject");
    letter.body = documents::official_words("notice.test_body");
    letter.date = office.computer_time();
    const auto outcome = mail::send(server_of(settings), letter, {[] {}, [] { return false; }});
    office.write(actor, [&](Work& work) {
        record(work, "mail.tried", {.thing = settings.host});
        return done;
    });
    return MailTried{outcome.delivery == mail::Delivery::sent, outcome.answer};
}

} // namespace tiendo::app
