#include "app/figure/held_period.hpp"
#include "app/period/periods.hpp"
#include "app/plan/plans.hpp"
#include "app/report/report_records.hpp"
#include "app/report/reports.hpp"

#include <map>

namespace tiendo::app {
namespace {

/// Units that have typed something, whatever it is.
Result<std::set<UnitId>> typing_units(Work& work, const PlanId& plan, const PeriodId& period)
{
    std::set<UnitId> units;
    for (const auto& progress : work.kept.drafts().progress(TRY(number_of(plan)), period.str()))
        units.insert(UnitId(progress.unit));
    return units;
}

/// As completion_shown(): of the draft while the unit types, else of what it submitted.
Result<Completion>
completion_now(Work& work, const HeldPeriod& held, const HeldReport& report, bool is_typing)
{
    if (!is_unsent(report.state.stage) && report.sent) return *report.sent;
    if (!is_typing) return report.blank;
    const auto form = held.forms().of(report.unit);
    const ReportOf of{held.figures.plan.id, held.figures.period.id, report.unit};
    return completion_of(form, TRY(draft_of(work, of, form)).answers());
}

} // namespace

Result<std::vector<ReportLine>> report_lines(Work& work, const PlanId& plan, const PeriodId& period)
{
    TRY(require(work, Right::see_plan));
    const auto held = TRY(held_period(work, plan, period));
    const auto typing = TRY(typing_units(work, plan, period));
    const auto& asked = held->figures.period;
    std::vector<ReportLine> lines;
    lines.reserve(asked.units.size());
    for (const auto& unit : asked.units) {
        const auto* report = find_report(held->reports, unit);
        ensure(report != nullptr, "every unit of a period has a report in it");
        ReportLine line;
        line.unit = unit;
        line.state = report->state;
        line.channel = report->channel;
        line.timing = timing_of(line.state, asked.deadline, work.now);
        line.completion = TRY(completion_now(work, *held, *report, typing.contains(unit)));
        lines.push_back(std::move(line));
    }
    return lines;
}

Result<std::vector<ReportLine>> report_lines(Work& work, const Plan& plan, const Period& period)
{
    return report_lines(work, plan.id, period.id);
}

} // namespace tiendo::app
