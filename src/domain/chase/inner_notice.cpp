#include "domain/chase/inner_notice.hpp"

#include "base/text.hpp"

namespace tiendo {
namespace {

constexpr std::string_view for_leader = "for_leader/";
constexpr std::string_view given_back = "given_back/";

} // namespace

std::string inner_rung(InnerNotice notice, std::string_view login, Instant step)
{
    std::string rung(notice == InnerNotice::for_leader ? for_leader : given_back);
    rung += login;
    return rung + "/" + std::to_string(step.seconds);
}

bool is_inner(std::string_view rung)
{
    return rung.starts_with(for_leader) || rung.starts_with(given_back);
}

std::string addressee_of(std::string_view rung)
{
    const auto parts = split(rung, '/');
    return parts.size() == 3 ? parts[1] : std::string();
}

bool inner_holds(std::string_view rung, const ReportState& state)
{
    if (rung.starts_with(for_leader))
        return state.presented && rung.ends_with("/" + std::to_string(state.presented->at.seconds));
    return is_open_for_entry(state.stage) && !state.leader_reason.empty();
}

NoticeText inner_text(
    InnerNotice notice, const UnitDues& dues, const NoticeFacts& facts, const OfficialWords& say
)
{
    const auto period = period_in_words(facts.period, say);
    const bool waits = notice == InnerNotice::for_leader;
    NoticeText text;
    text.subject =
        say(waits ? "notice.for_leader_subject" : "notice.given_back_subject",
            {{"period", period}});
    text.body =
        say(waits ? "notice.for_leader" : "notice.given_back",
            {{"period", period},
             {"plan", plan_in_words(facts.plan, say)},
             {"unit", dues.unit.name},
             {"deadline", moment_in_words(dues.deadline, say)},
             {"reason", squeeze(dues.report.leader_reason)}});
    return text;
}

} // namespace tiendo
