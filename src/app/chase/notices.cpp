#include "app/chase/notices.hpp"

#include "app/chase/mail_settings.hpp"
#include "app/org/directory.hpp"
#include "app/org/holidays.hpp"
#include "base/text.hpp"
#include "documents/exchange/ladder_json.hpp"
#include "documents/writing/official_words.hpp"
#include "domain/chase/inner_notice.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tiendo::app {
namespace {

constexpr std::string_view manual_rung = "manual";

NoticeSent from_record(const store::NoticeRecord& record)
{
    return {
        record.id,
        UnitId(record.unit),
        record.rung,
        record.day,
        record.subject,
        record.body,
        record.items,
        record.at,
        record.by,
        record.read_at,
        record.mail_to,
        record.mail_state,
        record.mail_answer
    };
}

std::vector<NoticeSent> from_records(const std::vector<store::NoticeRecord>& records)
{
    std::vector<NoticeSent> notices;
    for (const auto& record : records)
        notices.push_back(from_record(record));
    return notices;
}

std::string numbers_of(const std::vector<OwedItem>& items)
{
    std::vector<std::string> numbers;
    for (const auto& item : items)
        numbers.push_back(number_in_words(item, documents::official_words));
    return join(numbers, "; ");
}

/// One period's notices on their way into the outbox.
class Recording {
public:
    Recording(Work& work, const PlanId& plan, const PeriodId& period, const Ledger& ledger)
        : work_(work), plan_(plan), period_(period), ledger_(ledger), may_mail_(mail_leaves(work))
    {
    }

    /// Whether it is new.
    Result<bool> record_notice(const Notice& notice, const std::string& rung, bool by_mail)
    {
        const auto facts = TRY(notice_facts(work_, plan_, period_));
        const auto* dues = dues_of(notice.unit);
        const auto text = dues == nullptr
                              ? head_list_text(notice, ledger_, facts, documents::official_words)
                              : notice_text(notice, *dues, facts, documents::official_words);
        store::NoticeRecord record;
        record.id = new_uuid7(work_.now.seconds * 1000);
        record.plan = TRY(number_of(plan_));
        record.period = period_.str();
        record.unit = notice.unit.str();
        record.rung = rung;
        record.day = notice.day;
        record.subject = text.subject;
        record.body = text.body;
        record.items = numbers_of(notice.items);
        record.at = work_.now;
        record.by = work_.actor.login;
        record.mail_state = "none";
        if (by_mail && may_mail_ && dues != nullptr && is_mail_address(dues->unit.contact.email)) {
            record.mail_to = dues->unit.contact.email;
            record.mail_state = "waiting";
        }
        if (!work_.kept.notices().add(record)) return false;
        tiendo::app::record(work_, "notice.sent", {plan_, period_, notice.unit, rung});
        return true;
    }

    const UnitDues* dues_of(const UnitId& unit) const
    {
        const auto found = std::ranges::find(ledger_.units, unit, [](const UnitDues& dues) {
            return dues.unit.id;
        });
        return found == ledger_.units.end() ? nullptr : &*found;
    }

private:
    Work& work_;
    const PlanId& plan_;
    const PeriodId& period_;
    const Ledger& ledger_;
    bool may_mail_;
};

std::size_t told_on(const std::vector<NoticeSent>& sent, const UnitId& unit, Date day)
{
    return static_cast<std::size_t>(std::ranges::count_if(sent, [&](const NoticeSent& notice) {
        return notice.unit == unit && local_time(notice.at).day == day;
    }));
}

} // namespace

Result<KeptLadder> ladder_of(Work& work, const PlanId& plan)
{
    TRY(require(work, Right::see_plan));
    const auto kept = work.kept.ladders().find(TRY(number_of(plan)));
    if (!kept) return KeptLadder{usual_ladder(), 0};
    return KeptLadder{TRY(documents::parse_ladder(kept->body)), kept->revision};
}

Result<Done> change_ladder(Work& work, const PlanId& plan, const KeptLadder& ladder)
{
    TRY(require(work, Right::review_reports));
    TRY(check_ladder(ladder.ladder));
    const auto body = documents::to_json(ladder.ladder);
    const auto number = TRY(number_of(plan));
    (void)TRY(work.kept.ladders().put({number, body, ladder.revision}));
    record(work, "ladder.changed", {.plan = plan}, body);
    return done;
}

Result<std::vector<NoticeSent>>
notices_of_period(Work& work, const PlanId& plan, const PeriodId& period)
{
    TRY(require(work, Right::see_plan));
    auto notices = from_records(work.kept.notices().of_period(TRY(number_of(plan)), period.str()));
    // What a unit settles among its own people is theirs.
    std::erase_if(notices, [](const NoticeSent& notice) { return is_inner(notice.rung); });
    return notices;
}

Result<std::vector<NoticeSent>> notices_of_report(Work& work, const ReportOf& of)
{
    TRY(require(work, Right::see_report, of.unit));
    auto notices = from_records(
        work.kept.notices().of_unit(TRY(number_of(of.plan)), of.period.str(), of.unit.str())
    );
    std::erase_if(notices, [&](const NoticeSent& notice) {
        return is_inner(notice.rung) && addressee_of(notice.rung) != work.actor.login;
    });
    return notices;
}

Result<Done> mark_notice_read(Work& work, const std::string& id)
{
    const auto notice = work.kept.notices().find(id);
    if (!notice || notice->unit.empty()) return refuse(Refusal::not_found, "notice.unknown");
    const UnitId unit(notice->unit);
    if (!is_inner(notice->rung))
        TRY(require(work, Right::enter_report, unit));
    else if (addressee_of(notice->rung) != work.actor.login)
        return refuse(Refusal::not_found, "notice.unknown");
    if (!work.kept.notices().mark_read(id, work.actor.login, work.now)) return done;
    record(
        work,
        "notice.read",
        {PlanId(std::to_string(notice->plan)), PeriodId(notice->period), unit, notice->rung}
    );
    return done;
}

namespace {

/// Nothing while the ladder is not automatic.
Result<std::vector<Notice>> due_on(Work& work, const PlanId& plan, const Ledger& owed)
{
    std::vector<SentNotice> sent;
    for (const auto& notice : TRY(notices_of_period(work, plan, owed.period.id)))
        sent.push_back({notice.unit, notice.rung, notice.day, notice.at});
    return due_notices(owed, TRY(ladder_of(work, plan)).ladder, sent, working_days(work));
}

/// Whether it is worth while to look who owes what.
Result<bool> may_be_due(Work& work, const PlanId& plan)
{
    TRY(require(work, Right::review_reports));
    const auto ladder = TRY(ladder_of(work, plan)).ladder;
    return ladder.is_automatic && is_office_hour(work.now, working_days(work));
}

} // namespace

Result<std::vector<Notice>> notices_due(Work& work, const PlanId& plan, const PeriodId& period)
{
    if (!TRY(may_be_due(work, plan))) return std::vector<Notice>{};
    return due_on(work, plan, TRY(ledger(work, plan, period)));
}

Result<int> decide_due_notices(Work& work, const PlanId& plan, const PeriodId& period)
{
    if (!TRY(may_be_due(work, plan))) return 0;
    const auto owed = TRY(ledger(work, plan, period));
    Recording recording(work, plan, period, owed);
    int count = 0;
    for (const auto& notice : TRY(due_on(work, plan, owed)))
        if (TRY(recording.record_notice(notice, notice.rung.key(), notice.rung.by_mail))) ++count;
    return count;
}

Result<Reminded>
remind(Work& work, const PlanId& plan, const PeriodId& period, const Reminding& reminding)
{
    TRY(require(work, Right::review_reports));
    if (reminding.units.empty()) return refuse(Refusal::invalid, "chase.choose_units", {}, "unit");
    if (!reminding.is_forced && !is_office_hour(work.now, working_days(work)))
        return refuse(Refusal::conflict, "chase.not_now", {}, "forced");
    const auto owed = TRY(ledger(work, plan, period));
    const auto sent = TRY(notices_of_period(work, plan, period));
    const auto today = local_time(work.now).day;
    Recording recording(work, plan, period, owed);
    Reminded reminded;
    for (const auto& unit : reminding.units) {
        const auto* dues = recording.dues_of(unit);
        if (dues == nullptr || !may_be_chased(*dues)) {
            reminded.owing_nothing.push_back(unit);
            continue;
        }
        const auto before = told_on(sent, unit, today);
        if (before > 0 && !reminding.is_forced) {
            reminded.told_today.push_back(unit);
            continue;
        }
        const auto rung = fmt::format("{}-{}", manual_rung, before + 1);
        (void)TRY(recording.record_notice(notice_now(*dues, work.now), rung, reminding.by_mail));
        reminded.told.push_back(unit);
        if (reminding.by_mail && !is_mail_address(dues->unit.contact.email))
            reminded.without_address.push_back(unit);
    }
    return reminded;
}

Result<Done> send_mail_again(Work& work, const std::string& id)
{
    TRY(require(work, Right::review_reports));
    const auto notice = work.kept.notices().find(id);
    if (!notice) return refuse(Refusal::not_found, "notice.unknown");
    if (notice->mail_state != "refused" && notice->mail_state != "uncertain")
        return refuse(Refusal::conflict, "notice.mail_not_open");
    work.kept.notices().put_mail(id, {"waiting", {}, notice->mail_answer});
    record(
        work,
        "notice.mail_again",
        {PlanId(std::to_string(notice->plan)),
         PeriodId(notice->period),
         UnitId(notice->unit),
         notice->rung}
    );
    return done;
}

bool is_mail_address(std::string_view text)
{
    const auto at = text.find('@');
    if (at == std::string_view::npos || at == 0 || at + 1 == text.size()) return false;
    if (text.find('@', at + 1) != std::string_view::npos || text.size() > 254) return false;
    const auto host = text.substr(at + 1);
    if (host.front() == '.' || host.back() == '.') return false;
    return std::ranges::all_of(text, [](char letter) {
        const auto byte = static_cast<unsigned char>(letter);
        return byte > 0x20 && byte < 0x7f &&
               std::string_view("<>()[]\\,;:\"").find(letter) == std::string_view::npos;
    });
}

} // namespace tiendo::app
