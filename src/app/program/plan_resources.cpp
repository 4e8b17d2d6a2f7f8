#include "app/period/periods.hpp"
#include "app/plan/plan_stage_name.hpp"
#include "app/plan/plans.hpp"
#include "app/program/resource_values.hpp"
#include "app/program/resources.hpp"
#include "documents/exchange/plan_json.hpp"
#include "documents/exchange/plan_json_names.hpp"

namespace tiendo::app {
namespace {

namespace bj = boost::json;

bj::object plan_object(const PlanSummary& plan)
{
    return {
        {"id", plan.id.str()},
        {"title", plan.title},
        {"stage", name_of(plan.stage)},
        {"source_name", plan.source_name},
        {"created_at", hour(plan.created_at)},
        {"created_by", plan.created_by},
    };
}

bj::value decision_of(const PlanFinding& finding)
{
    if (!finding.decision) return nullptr;
    return bj::object{
        {"value", finding.decision->value},
        {"reason", finding.decision->reason},
        {"by", finding.decision->by},
        {"at", hour(finding.decision->at)},
    };
}

bj::object finding_object(const PlanFinding& finding)
{
    const auto& found = finding.finding;
    return {
        {"key", finding.key},
        {"code", found.code},
        {"severity", documents::json::name_of(documents::plan_json::severities, found.severity)},
        {"lines", bj::array{found.lines.first, found.lines.last}},
        {"message", found.message},
        {"message_en", found.message_en},
        {"suggestion", found.suggestion},
        {"suggestion_en", found.suggestion_en},
        {"blocking", finding.blocking},
        {"decision", decision_of(finding)},
    };
}

bj::value day_or_null(const std::optional<Date>& day)
{
    if (!day) return nullptr;
    return bj::string(iso_date(*day));
}

bj::object period_object(const Period& period)
{
    bj::array units;
    for (const auto& unit : period.units)
        units.emplace_back(unit.str());
    return {
        {"id", period.id.str()},
        {"from", iso_date(period.window.from)},
        {"to", iso_date(period.window.to)},
        {"deadline", hour(period.deadline)},
        {"deadline_reason", period.deadline_reason},
        {"state", period.state == PeriodState::open ? "open" : "locked"},
        {"units", std::move(units)},
        {"own_report_due", day_or_null(period.own_report_due)},
    };
}

} // namespace

Result<std::string> plans_resource(Work& work)
{
    bj::array list;
    for (const auto& plan : TRY(plans(work)))
        list.push_back(plan_object(plan));
    return bj::serialize(bj::object{{"plans", std::move(list)}});
}

Result<std::string> plan_resource(Work& work, const PlanId& plan)
{
    return documents::to_plan_json(TRY(plan_reading(work, plan)));
}

Result<std::string> findings_resource(Work& work, const PlanId& plan)
{
    TRY(require(work, Right::see_plan));
    bj::array list;
    for (const auto& finding : TRY(plan_in_use(work, plan)).findings)
        list.push_back(finding_object(finding));
    return bj::serialize(bj::object{{"findings", std::move(list)}});
}

Result<std::string> periods_resource(Work& work, const PlanId& plan)
{
    TRY(require(work, Right::see_plan));
    (void)TRY(plan_summary(work, plan));
    bj::array list;
    for (const auto& period : TRY(periods_of(work, plan)))
        list.push_back(period_object(period));
    return bj::serialize(bj::object{{"periods", std::move(list)}});
}

} // namespace tiendo::app
