#include "app/figure/held_report.hpp"

#include "app/report/report_records.hpp"

#include <algorithm>

namespace tiendo::app {
namespace {

const UnitId& unit_of(const std::shared_ptr<const HeldReport>& report)
{
    return report->unit;
}

} // namespace

Form AskedForms::of(const UnitId& unit) const
{
    auto form = design_form(plan, indicators, unit);
    add_office_tables(form, tables);
    return form;
}

HeldReport held_report(
    const AskedForms& forms,
    const UnitId& unit,
    const ReportState& state,
    const std::optional<store::SubmissionRecord>& newest
)
{
    const auto form = forms.of(unit);
    HeldReport report;
    report.unit = unit;
    report.state = state;
    report.blank = completion_of(form, {});
    if (newest) {
        report.channel = newest->channel;
        report.sent = completion_of(form, submission_from(*newest).answers);
    }
    return report;
}

const HeldReport* find_report(const HeldReports& reports, const UnitId& unit)
{
    const auto found = std::ranges::lower_bound(reports, unit, {}, unit_of);
    return found == reports.end() || (*found)->unit != unit ? nullptr : found->get();
}

void put_report(HeldReports& reports, HeldReport report)
{
    const auto place = std::ranges::lower_bound(reports, report.unit, {}, unit_of);
    const bool is_there = place != reports.end() && (*place)->unit == report.unit;
    auto shared = std::make_shared<const HeldReport>(std::move(report));
    if (is_there)
        *place = std::move(shared);
    else
        reports.insert(place, std::move(shared));
}

} // namespace tiendo::app
