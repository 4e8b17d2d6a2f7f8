#include "domain/report/office_names.hpp"

#include "base/text.hpp"
#include "domain/report/report_names.hpp"

namespace tiendo {

std::string initials_of(const std::string& name, const OfficialWords& say)
{
    auto field = name;
    for (const auto& head : split(say("setup.heads", {}), '|')) {
        if (to_lower(field).starts_with(to_lower(head) + " "))
            field = field.substr(head.size() + 1);
    }
    std::string initials;
    const auto joining = say("setup.joining", {});
    for (const auto& word : split(squeeze(field), ' ')) {
        if (word.empty() || word == "-" || word == "–" || to_lower(word) == joining) continue;
        const auto first = static_cast<unsigned char>(word.front());
        const std::size_t length = first < 0x80 ? 1 : first < 0xe0 ? 2 : 3;
        initials += to_upper(word.substr(0, length));
    }
    return initials;
}

std::string capitals_of(const std::string& name, const OfficialWords& say)
{
    return replace_all(
        to_upper(name), to_upper(say("setup.committee", {})), say("setup.committee_short", {})
    );
}

std::string matter_of(const std::string& plan_title, const OfficialWords& say)
{
    for (const auto& start : split(say("report.title_starts", {}), '|')) {
        if (to_lower(plan_title).starts_with(to_lower(start) + " "))
            return plan_title.substr(start.size() + 1);
    }
    return plan_title;
}

std::string
subject_of_report(const std::string& plan_title, const PeriodId& period, const OfficialWords& say)
{
    const auto title = matter_of(plan_title, say);
    const auto name = parse_period(period);
    const bool says_the_year = name && name->length == PeriodLength::year &&
                               title.find(std::to_string(name->year)) != std::string::npos;
    if (says_the_year) return say("report.subject", {{"title", title}});
    return say(
        "report.subject_of_period", {{"title", title}, {"period", period_in_document(period, say)}}
    );
}

} // namespace tiendo
