#include "domain/chase/ladder.hpp"

#include "domain/chase/inner_notice.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

namespace tiendo {
namespace {

constexpr int opens_at = 7 * 60 + 30; // minutes of the day
constexpr int closes_at = 17 * 60;
constexpr std::size_t rungs_max = 12;
constexpr int days_max = 30;

constexpr std::array<std::pair<RungKind, const char*>, 5> names{{
    {RungKind::reminder, "reminder"},
    {RungKind::overdue, "overdue"},
    {RungKind::head_list, "head_list"},
    {RungKind::letter, "letter"},
    {RungKind::estimate, "estimate"},
}};

/// The ladder at one moment.
class Climb {
public:
    Climb(
        const Ledger& ledger,
        const Ladder& ladder,
        const std::vector<SentNotice>& sent,
        const WorkingDays& days
    )
        : ledger_(ledger), sent_(sent), days_(days), today_(local_time(ledger.now).day)
    {
        rungs_ = ladder.rungs;
        std::ranges::stable_sort(rungs_, {}, &Rung::working_days);
    }

    std::optional<Notice> towards(const UnitDues& dues) const
    {
        if (was_told_today(dues.unit.id)) return std::nullopt;
        if (may_be_chased(dues)) {
            // On the day on which the office itself acted upon the report it has said enough.
            if (dues.asked_from && local_time(*dues.asked_from).day == today_) return std::nullopt;
            return ledger_.now <= dues.deadline ? reminder(dues) : after_deadline(dues);
        }
        return estimates(dues);
    }

    std::optional<Notice> list_for_head() const
    {
        for (const auto& rung : rungs_) {
            if (rung.kind != RungKind::head_list) continue;
            const auto day = day_of(rung, local_time(ledger_.period.deadline).day);
            if (today_ < day || was_sent({}, rung, day)) continue;
            Notice notice{.rung = rung, .day = day};
            for (const auto& dues : ledger_.units)
                if (may_get_letter(dues)) notice.listed.push_back(dues.unit.id);
            if (!notice.listed.empty()) return notice;
        }
        return std::nullopt;
    }

private:
    Date day_of(const Rung& rung, Date base) const
    {
        return working_days_from(base, rung.working_days, days_);
    }

    bool was_sent(const UnitId& unit, const Rung& rung, Date day) const
    {
        return std::ranges::any_of(sent_, [&](const SentNotice& notice) {
            return notice.unit == unit && notice.rung == rung.key() && notice.day == day;
        });
    }

    bool has_letter_since(const UnitId& unit, Date day) const
    {
        return std::ranges::any_of(sent_, [&](const SentNotice& notice) {
            return notice.unit == unit && notice.rung.starts_with("letter ") &&
                   day <= local_time(notice.at).day;
        });
    }

    bool was_told_today(const UnitId& unit) const
    {
        return std::ranges::any_of(sent_, [&](const SentNotice& notice) {
            return notice.unit == unit && local_time(notice.at).day == today_;
        });
    }

    std::optional<Notice> reminder(const UnitDues& dues) const
    {
        const auto base = local_time(dues.deadline).day;
        std::optional<Notice> nearest;
        for (const auto& rung : rungs_) {
            if (rung.kind != RungKind::reminder) continue;
            const auto day = day_of(rung, base);
            if (day <= today_) nearest = notice(dues, rung, day);
        }
        if (nearest && was_sent(dues.unit.id, nearest->rung, nearest->day)) return std::nullopt;
        return nearest;
    }

    std::optional<Notice> after_deadline(const UnitDues& dues) const
    {
        const auto deadline = local_time(dues.deadline).day;
        const auto base =
            dues.asked_from ? std::max(deadline, local_time(*dues.asked_from).day) : deadline;
        for (const auto& rung : rungs_) {
            const bool is_letter = rung.kind == RungKind::letter;
            if (rung.kind != RungKind::overdue && !(is_letter && may_get_letter(dues))) continue;
            const auto day = day_of(rung, base);
            if (today_ < day) return std::nullopt;
            if (was_sent(dues.unit.id, rung, day)) continue;
            if (!is_letter) return notice(dues, rung, day);
            if (has_letter_since(dues.unit.id, base)) continue;
            auto last = notice(dues, rung, day);
            last.tone = Tone::letter;
            return last;
        }
        return std::nullopt;
    }

    std::optional<Notice> estimates(const UnitDues& dues) const
    {
        auto items = dues.in_state(ItemState::estimate_to_replace);
        if (items.empty()) return std::nullopt;
        for (const auto& rung : rungs_) {
            if (rung.kind != RungKind::estimate) continue;
            const auto day = day_of(rung, ledger_.period.window.to);
            if (today_ < day) return std::nullopt;
            if (was_sent(dues.unit.id, rung, day)) continue;
            return Notice{dues.unit.id, rung, day, Tone::estimate, std::move(items), {}};
        }
        return std::nullopt;
    }

    static Notice notice(const UnitDues& dues, const Rung& rung, Date day)
    {
        return {dues.unit.id, rung, day, tone_for(dues), dues.missing(), {}};
    }

    const Ledger& ledger_;
    const std::vector<SentNotice>& sent_;
    const WorkingDays& days_;
    Date today_;
    std::vector<Rung> rungs_;
};

} // namespace

std::string Rung::key() const
{
    return fmt::format("{}{:+}", name_of(kind), working_days);
}

const Ladder& usual_ladder()
{
    static const Ladder ladder{
        .rungs =
            {
                {RungKind::reminder, -3},
                {RungKind::reminder, -1},
                {RungKind::overdue, 1},
                {RungKind::head_list, 2, false},
                {RungKind::letter, 3, false},
                {RungKind::estimate, 1},
            }
    };
    return ladder;
}

Result<Done> check_ladder(const Ladder& ladder)
{
    std::set<std::string> keys;
    if (ladder.rungs.size() > rungs_max) return refuse(Refusal::invalid, "ladder.too_many");
    if (ladder.link_days < 0 || ladder.link_days > days_max)
        return refuse(Refusal::invalid, "ladder.link_days_not_possible", {}, "link_days");
    for (const auto& rung : ladder.rungs) {
        const bool is_early = rung.kind == RungKind::reminder;
        const bool is_possible = is_early ? rung.working_days <= 0 : rung.working_days >= 1;
        if (!is_possible || std::abs(rung.working_days) > days_max)
            return refuse(
                Refusal::invalid,
                is_early ? "ladder.reminder_after_deadline" : "ladder.step_before_deadline",
                {{"days", std::to_string(rung.working_days)}},
                rung.key()
            );
        if (!keys.insert(rung.key()).second)
            return refuse(Refusal::invalid, "ladder.step_twice", {}, rung.key());
    }
    return done;
}

bool is_office_hour(Instant now, const WorkingDays& days)
{
    const auto time = local_time(now);
    const int minute = time.hour * 60 + time.minute;
    return days.is_working_day(time.day) && opens_at <= minute && minute < closes_at;
}

Instant office_hour_from(Instant now, const WorkingDays& days)
{
    if (is_office_hour(now, days)) return now;
    const auto time = local_time(now);
    const bool is_early = time.hour * 60 + time.minute < opens_at;
    const auto day = days.next_working_day_from(is_early ? time.day : add_days(time.day, 1));
    return instant_of({day, opens_at / 60, opens_at % 60});
}

Date working_days_from(Date day, int count, const WorkingDays& days)
{
    if (count == 0) return days.is_working_day(day) ? day : days.last_working_day_before(day);
    for (; count < 0; ++count)
        day = days.last_working_day_before(day);
    for (; count > 0; --count)
        day = days.next_working_day_from(add_days(day, 1));
    return day;
}

std::vector<Notice> due_notices(
    const Ledger& ledger,
    const Ladder& ladder,
    const std::vector<SentNotice>& sent,
    const WorkingDays& days
)
{
    std::vector<Notice> notices;
    if (!is_office_hour(ledger.now, days)) return notices;
    const Climb climb(ledger, ladder, sent, days);
    for (const auto& dues : ledger.units)
        if (auto notice = climb.towards(dues)) notices.push_back(std::move(*notice));
    if (auto list = climb.list_for_head()) notices.push_back(std::move(*list));
    return notices;
}

bool may_be_chased(const UnitDues& dues)
{
    return is_unsent(dues.report.stage) || dues.is_signed_empty();
}

bool may_get_letter(const UnitDues& dues)
{
    return may_be_chased(dues) && dues.unit.is_subordinate() &&
           dues.timing.timeliness == Timeliness::overdue;
}

Tone tone_for(const UnitDues& dues)
{
    if (!dues.unit.is_subordinate()) return Tone::cooperating;
    if (dues.report.stage == Stage::returned)
        return dues.unit.kind == UnitKind::commune ? Tone::returned : Tone::completing;
    return dues.timing.timeliness == Timeliness::overdue ? Tone::overdue : Tone::reminding;
}

bool still_holds(const std::string& rung, const UnitDues& dues, Instant now)
{
    if (is_inner(rung)) return inner_holds(rung, dues.report);
    const auto is_of = [&](RungKind kind) { return rung.starts_with(name_of(kind)); };
    if (is_of(RungKind::estimate)) return !dues.in_state(ItemState::estimate_to_replace).empty();
    if (!may_be_chased(dues)) return false;
    if (is_of(RungKind::reminder)) return now <= dues.deadline;
    if (is_of(RungKind::overdue) || is_of(RungKind::letter))
        return dues.deadline < now || dues.is_signed_empty();
    return true;
}

const char* name_of(RungKind kind)
{
    return std::ranges::find(names, kind, [](const auto& entry) { return entry.first; })->second;
}

std::optional<RungKind> rung_kind_named(const std::string& name)
{
    const auto found =
        std::ranges::find_if(names, [&](const auto& entry) { return name == entry.second; });
    if (found == names.end()) return std::nullopt;
    return found->first;
}

} // namespace tiendo
