#include "domain/chase/notice_text.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace tiendo {
namespace {

const char* key_of(Tone tone)
{
    switch (tone) {
    case Tone::reminding:
        return "notice.reminding";
    case Tone::overdue:
        return "notice.overdue";
    case Tone::returned:
        return "notice.returned";
    case Tone::completing:
        return "notice.completing";
    case Tone::cooperating:
        return "notice.cooperating";
    case Tone::letter:
        return "notice.letter";
    case Tone::estimate:
        return "notice.estimate";
    }
    return "notice.reminding";
}

std::string list_of(const std::vector<OwedItem>& items, const OfficialWords& say)
{
    std::string list;
    for (const auto& item : items)
        list += "\n- " + item_in_words(item, say);
    return list;
}

std::string closing(const NoticeFacts& facts, const OfficialWords& say)
{
    if (facts.contact.empty()) return "\n" + facts.office;
    return "\n" + say("notice.contact", {{"office", facts.office}, {"contact", facts.contact}});
}

std::string lower_first(const std::string& text)
{
    if (text.empty()) return text;
    const auto first = static_cast<unsigned char>(text.front());
    const std::size_t length = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    return to_lower(text.substr(0, length)) + text.substr(length);
}

/// A name that begins with a plural is no proper name: "các đoàn thể …".
std::string in_sentence(const std::string& name, const OfficialWords& say)
{
    return name.starts_with(say("notice.plural", {}) + " ") ? lower_first(name) : name;
}

/// A reason as it was typed, as a sentence.
std::string as_sentence(std::string text)
{
    if (!text.empty() && std::string_view(".!?").find(text.back()) == std::string_view::npos)
        text += '.';
    return text;
}

} // namespace

std::string moment_in_words(Instant instant, const OfficialWords& say)
{
    return say(
        "notice.moment",
        {{"time", clock_time(instant)}, {"day", vietnamese_date(local_time(instant).day)}}
    );
}

std::string period_in_words(const PeriodId& period, const OfficialWords& say)
{
    const auto name = parse_period(period);
    if (!name) return period.str();
    static constexpr std::array roman{"I", "II", "III", "IV"};
    const auto year = std::to_string(name->year);
    switch (name->length) {
    case PeriodLength::month:
        return say("notice.month", {{"number", std::to_string(name->number)}, {"year", year}});
    case PeriodLength::quarter:
        return say(
            "notice.quarter",
            {{"number", roman.at(static_cast<std::size_t>(name->number) - 1)}, {"year", year}}
        );
    case PeriodLength::half_year:
        return say(
            name->number == 1 ? "notice.first_half" : "notice.second_half", {{"year", year}}
        );
    case PeriodLength::nine_months:
        return say("notice.nine_months", {{"year", year}});
    case PeriodLength::school_year:
        return say(
            "notice.school_year", {{"year", year}, {"next", std::to_string(name->year + 1)}}
        );
    case PeriodLength::year:
        break;
    }
    return say("notice.year", {{"year", year}});
}

std::string plan_in_words(const DocumentHead& plan, const OfficialWords& say)
{
    if (!plan.number.empty() && plan.date)
        return say(
            "notice.plan_by_number",
            {{"number", plan.number},
             {"symbol", plan.symbol},
             {"date", vietnamese_date(*plan.date)},
             {"issuer", plan.issuer}}
        );
    // A title that begins with "Kế hoạch" names the document already.
    const bool is_named =
        search_key(plan.title).starts_with(search_key(say("notice.plan_kind", {})));
    if (is_named) return plan.title;
    return say("notice.plan_by_title", {{"title", lower_first(plan.title)}});
}

std::string number_in_words(const OwedItem& item, const OfficialWords& say)
{
    return item.kind == ItemKind::table ? say("notice.table_named", {{"title", item.title}})
                                        : item.number;
}

std::string item_in_words(const OwedItem& item, const OfficialWords& say)
{
    const auto* key = item.kind == ItemKind::measure ? "notice.measure"
                      : item.kind == ItemKind::task  ? "notice.task"
                      : item.kind == ItemKind::table ? "notice.table"
                                                     : "notice.duty";
    return say(key, {{"number", item.number}, {"title", item.title}});
}

NoticeText notice_text(
    const Notice& notice, const UnitDues& dues, const NoticeFacts& facts, const OfficialWords& say
)
{
    const auto period = period_in_words(facts.period, say);
    NoticeText text;
    text.subject =
        say(notice.tone == Tone::cooperating ? "notice.subject_cooperating" : "notice.subject",
            {{"period", period}});
    text.body = say("notice.addressed_to", {{"unit", dues.unit.name}}) + "\n" +
                say(key_of(notice.tone),
                    {{"unit", in_sentence(dues.unit.name, say)},
                     {"period", period},
                     {"plan", plan_in_words(facts.plan, say)},
                     {"deadline", moment_in_words(dues.deadline, say)},
                     {"now", moment_in_words(facts.now, say)},
                     {"office", facts.office},
                     {"reason", as_sentence(dues.report.reason)}});
    if (!notice.items.empty()) {
        text.body += "\n" +
                     say(notice.tone == Tone::cooperating ? "notice.items_cooperating"
                         : notice.tone == Tone::estimate  ? "notice.items_estimate"
                                                          : "notice.items",
                         {{"count", std::to_string(notice.items.size())}}) +
                     list_of(notice.items, say);
    } else if (dues.report.stage == Stage::awaiting_leader) {
        text.body += "\n" + say("notice.with_leader", {});
    } else if (!dues.in_state(ItemState::unsent).empty()) {
        text.body += "\n" + say("notice.all_typed", {});
    }
    text.body += closing(facts, say);
    return text;
}

NoticeText head_list_text(
    const Notice& notice, const Ledger& ledger, const NoticeFacts& facts, const OfficialWords& say
)
{
    const auto period = period_in_words(facts.period, say);
    NoticeText text{say("notice.head_subject", {{"period", period}}), {}};
    text.body =
        say("notice.head_list",
            {{"now", moment_in_words(facts.now, say)},
             {"count", std::to_string(notice.listed.size())},
             {"all", std::to_string(ledger.units.size())},
             {"period", period},
             {"plan", plan_in_words(facts.plan, say)}});
    for (const auto& dues : ledger.units) {
        if (std::ranges::find(notice.listed, dues.unit.id) == notice.listed.end()) continue;
        std::vector<std::string> numbers;
        for (const auto& item : dues.missing())
            numbers.push_back(number_in_words(item, say));
        const auto& contact = dues.unit.contact;
        const auto person = squeeze(contact.name + " " + contact.phone);
        text.body +=
            "\n- " + say(numbers.empty() ? "notice.head_line_typed" : "notice.head_line",
                         {{"unit", dues.unit.name},
                          {"days", std::to_string(dues.timing.days)},
                          {"count", std::to_string(numbers.size())},
                          {"items", join(numbers, "; ")},
                          {"contact", person.empty() ? say("notice.no_contact", {}) : person}});
    }
    return text;
}

} // namespace tiendo
