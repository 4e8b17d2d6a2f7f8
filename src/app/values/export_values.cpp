#include "app/period/periods.hpp"
#include "app/plan/plans.hpp"
#include "app/report/report_records.hpp"
#include "app/values/values.hpp"
#include "store/submissions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace tiendo::app {
namespace {

/// "2023-12-08T16:52:00.000+0700", as DHIS2 writes instants.
std::string iso_instant(Instant instant)
{
    return fmt::format(
        "{}:{:02}.000+0700", iso_minute(instant), ((instant.seconds % 60) + 60) % 60
    );
}

/// Hands out the reports of one plan.
class PlanExport {
public:
    PlanExport(
        Work& work, const ValuesQuery& query, const std::function<void(const DataValue&)>& use
    )
        : work_(work), query_(query), use_(use), library_(library(work)),
          wanted_(periods_named(work, query.period.str()))
    {
    }

    Result<Done> run(const PlanId& id, ExportedValues& exported)
    {
        plan_ = TRY(plan_in_use(work_, id));
        TRY(learn_stages(id));
        work_.kept.submissions().each_newest_of_plan(
            TRY(number_of(id)),
            [&](const store::SubmissionRecord& record) { hand_out(record, exported); }
        );
        return done;
    }

private:
    /// Read beforehand: while the store hands on submissions it answers nothing else.
    Result<Done> learn_stages(const PlanId& id)
    {
        for (const auto& period : TRY(periods_of(work_, id))) {
            periods_.insert(period.id.str());
            for (const auto& record :
                 work_.kept.reports().of_period(TRY(number_of(id)), period.id.str()))
                stages_[record.report] = state_from(record).state.stage;
        }
        return done;
    }

    bool is_wanted(const store::SubmissionRecord& record) const
    {
        const auto& report = record.report;
        const bool is_wanted_period =
            query_.period.empty() ||
            std::ranges::find(wanted_, PeriodId(report.period)) != wanted_.end();
        if (!is_wanted_period) return false;
        if (!query_.unit.empty() && query_.unit.str() != report.unit) return false;
        const auto name = parse_period(PeriodId(report.period));
        return name && !(query_.for_dhis2 && name->length == PeriodLength::nine_months);
    }

    /// The years before were taken over as they were.
    bool is_counted(const store::SubmissionRecord& record) const
    {
        if (!periods_.contains(record.report.period)) return true;
        const auto found = stages_.find(record.report);
        return found != stages_.end() && tiendo::counts(found->second);
    }

    void hand_out(const store::SubmissionRecord& record, ExportedValues& exported)
    {
        if (!is_wanted(record)) return;
        if (!is_counted(record)) {
            ++exported.not_counted;
            return;
        }
        ++exported.reports;
        const auto submission = submission_from(record);
        for (const auto& measure : plan_.measures) {
            const auto cell = submission.answers.cells.find(measure.id);
            const auto* indicator = library_.find(measure.indicator);
            if (cell == submission.answers.cells.end() || indicator == nullptr) continue;
            if (indicator->sensitive && !query_.with_sensitive) {
                ++exported.withheld;
                continue;
            }
            if (query_.for_dhis2 && cell->second.state != ValueState::value) continue;
            for (auto& value : data_values_of(plan_.id, {measure, *indicator}, cell->second)) {
                value.period = record.report.period;
                value.unit = record.report.unit;
                value.stored_by = record.author;
                value.last_updated = iso_instant(record.at);
                value.index = exported.values++;
                use_(value);
            }
        }
    }

    Work& work_;
    const ValuesQuery& query_;
    const std::function<void(const DataValue&)>& use_;
    IndicatorLibrary library_;
    std::vector<PeriodId> wanted_;
    Plan plan_{};
    std::set<std::string> periods_{};
    std::map<store::ReportKey, Stage> stages_{};
};

} // namespace

Result<ExportedValues> export_values(
    Work& work, const ValuesQuery& query, const std::function<void(const DataValue&)>& use
)
{
    TRY(require(work, Right::see_plan));
    ExportedValues exported;
    std::vector<PlanId> wanted;
    if (!query.plan.empty()) {
        wanted.push_back(query.plan);
    } else {
        for (const auto& plan : TRY(plans(work)))
            wanted.push_back(plan.id);
    }
    for (const auto& id : wanted)
        TRY(PlanExport(work, query, use).run(id, exported));
    return exported;
}

Result<Done> record_export(Work& work, const ValuesQuery& query)
{
    TRY(require(work, Right::see_plan));
    record(
        work,
        query.with_sensitive ? "values.exported_whole" : "values.exported",
        {query.plan, query.period, query.unit, {}}
    );
    return done;
}

} // namespace tiendo::app
