#include "app/report/reports.hpp"

#include "app/period/office_tables.hpp"
#include "app/period/periods.hpp"
#include "app/plan/plans.hpp"
#include "app/report/report_records.hpp"

#include <algorithm>

namespace tiendo::app {
namespace {

bool is_asked(const Period& period, const UnitId& unit)
{
    return period.units.contains(unit);
}

} // namespace

Result<UnitReport> unit_report(Work& work, const ReportOf& of)
{
    TRY(require(work, Right::see_report, of.unit));
    UnitReport report;
    report.of = of;
    report.period = TRY(period_of(work, of.plan, of.period));
    if (!is_asked(report.period, of.unit)) return refuse(Refusal::not_found, "report.not_asked");
    report.form = design_form(TRY(plan_in_use(work, of.plan)), library(work), of.unit);
    add_office_tables(report.form, TRY(office_tables(work, of.plan, of.period)));
    const auto kept = TRY(kept_state(work, of));
    report.state = kept.state;
    report.revision = kept.revision;
    report.timing = timing_of(report.state, report.period.deadline, work.now);
    report.draft = TRY(draft_of(work, of, report.form));
    if (const auto newest = work.kept.submissions().newest(TRY(key_of(of)))) {
        report.newest = submission_from(*newest);
    }
    report.completion = completion_shown(report.form, report.state, report.draft, report.newest);
    return report;
}

Result<std::vector<UnitReport>> reports_of_unit(Work& work, const UnitId& unit)
{
    TRY(require(work, Right::see_report, unit));
    std::vector<UnitReport> reports;
    for (const auto& plan : TRY(plans(work))) {
        if (plan.stage != PlanStage::running) continue;
        for (const auto& period : TRY(periods_of(work, plan.id))) {
            if (is_asked(period, unit))
                reports.push_back(TRY(unit_report(work, {plan.id, period.id, unit})));
        }
    }
    return reports;
}

Result<std::vector<Submission>> submissions_of(Work& work, const ReportOf& of)
{
    TRY(require(work, Right::see_report, of.unit));
    std::vector<Submission> result;
    for (const auto& record : work.kept.submissions().versions(TRY(key_of(of)))) {
        result.push_back(submission_from(record));
    }
    std::ranges::reverse(result);
    return result;
}

Result<std::optional<Submission>> report_of_last_year(Work& work, const ReportOf& of)
{
    TRY(require(work, Right::see_report, of.unit));
    auto key = TRY(key_of(of));
    key.period = same_period_last_year(of.period).str();
    const auto record = work.kept.submissions().newest(key);
    if (!record) return std::optional<Submission>{};
    return std::optional(submission_from(*record));
}

} // namespace tiendo::app
