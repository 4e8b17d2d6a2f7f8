#include "app/consolidation/report_comparison.hpp"

#include "app/period/periods.hpp"
#include "documents/exchange/official_document_json.hpp"

#include <algorithm>

namespace tiendo::app {
namespace {

Result<std::optional<ReportComparison>> compared(
    Work& work,
    const PlanId& plan,
    const PeriodId& period,
    const std::optional<store::ReportVersion>& earlier
)
{
    if (!earlier) return std::optional<ReportComparison>{};
    const auto now = TRY(consolidated_report(work, plan, period));
    ReportComparison comparison;
    comparison.period = PeriodId(earlier->period);
    comparison.version = {
        static_cast<int>(earlier->version), earlier->at, earlier->by, earlier->state
    };
    comparison.changes =
        differences(TRY(documents::parse_official_document(earlier->body)), now.document);
    return std::optional(std::move(comparison));
}

} // namespace

Result<std::optional<ReportComparison>> compare_with_version(
    Work& work, const PlanId& plan, const PeriodId& period, std::optional<int> number
)
{
    TRY(require(work, Right::see_plan));
    auto reports = work.kept.consolidated_reports();
    const auto plan_number = TRY(number_of(plan));
    if (!number) return compared(work, plan, period, reports.newest(plan_number, period.str()));
    return compared(work, plan, period, TRY(reports.version(plan_number, period.str(), *number)));
}

Result<std::optional<ReportComparison>>
compare_with_last_period(Work& work, const PlanId& plan, const PeriodId& period)
{
    TRY(require(work, Right::see_plan));
    const auto current = TRY(period_of(work, plan, period));
    const auto name = parse_period(period);
    std::optional<Period> last;
    for (auto& other : TRY(periods_of(work, plan))) {
        const auto other_name = parse_period(other.id);
        const bool is_before = other.window.to < current.window.to;
        const bool is_of_kind = name && other_name && name->length == other_name->length;
        if (is_before && is_of_kind && (!last || last->window.to < other.window.to))
            last = std::move(other);
    }
    if (!last) return std::optional<ReportComparison>{};
    return compared(
        work,
        plan,
        period,
        work.kept.consolidated_reports().newest(TRY(number_of(plan)), last->id.str())
    );
}

} // namespace tiendo::app
