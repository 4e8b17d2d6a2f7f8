#include "base/text.hpp"
#include "domain/report/consolidated_report.hpp"
#include "domain/report/office_names.hpp"

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

OfficialDocument document_with(const ReportSetup& setup)
{
    OfficialDocument document;
    document.superior = setup.superior;
    document.issuer = to_upper(setup.issuer);
    document.issuer_name = setup.issuer;
    document.number = setup.number;
    document.symbol = setup.symbol;
    document.place = setup.place;
    document.date = setup.date;
    document.addressees = setup.addressees;
    document.recipients = setup.recipients;
    document.file_copy = setup.file_copy;
    document.signing = setup.signing;
    document.signer_name = setup.signer_name;
    return document;
}

} // namespace tiendo
