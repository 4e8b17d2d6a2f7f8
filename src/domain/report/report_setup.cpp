#include "base/text.hpp"
#include "domain/report/consolidated_report.hpp"

#include <algorithm>

namespace tiendo {
namespace {

/// The office that others report to and that itself reports upwards; the first to report otherwise.
const ReadReport* duty_to_report_upwards(const Plan& plan)
{
    const auto receives = [&](const std::string& name) {
        return std::ranges::any_of(plan.reports, [&](const ReadReport& report) {
            const auto is_it = [&](const std::string& other) {
                return name_key(other) == name_key(name);
            };
            return std::ranges::any_of(report.to, is_it) || std::ranges::any_of(report.via, is_it);
        });
    };
    for (const auto& report : plan.reports) {
        if (report.from.size() == 1 && receives(report.from.front())) return &report;
    }
    return plan.reports.empty() ? nullptr : &plan.reports.front();
}

/// "Phòng Lao động - Thương binh và Xã hội" is "LĐTBXH": the initials of the words of its field.
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

/// The body's name in capitals, "ỦY BAN NHÂN DÂN" shortened as the decree allows for local bodies.
std::string capitals_of(const std::string& name, const OfficialWords& say)
{
    return replace_all(
        to_upper(name), to_upper(say("setup.committee", {})), say("setup.committee_short", {})
    );
}

} // namespace

ReportSetup propose_setup(const Plan& plan, const UnitDirectory&, const OfficialWords& say)
{
    ReportSetup setup;
    setup.place = plan.head.place;
    setup.superior = capitals_of(plan.head.issuer, say);
    const auto* duty = duty_to_report_upwards(plan);
    if (duty == nullptr || duty->from.empty()) return setup;

    setup.issuer = duty->from.front();
    const auto initials = initials_of(setup.issuer, say);
    setup.symbol = "BC-" + initials;
    setup.addressees = duty->to;
    setup.recipients = {say("setup.as_above", {})};
    for (const auto& recipient : plan.recipients) {
        if (recipient.role == "b/c" &&
            std::ranges::find(duty->to, recipient.name) == duty->to.end()) {
            setup.recipients.push_back(recipient.name);
        }
    }
    setup.file_copy = say("setup.file_copy", {{"office", initials}});
    const auto office = to_lower(setup.issuer);
    const bool is_department = office.starts_with(to_lower(say("setup.department", {})) + " ");
    setup.signing = {say(is_department ? "setup.head_of_department" : "setup.head_of_office", {})};
    return setup;
}

} // namespace tiendo
