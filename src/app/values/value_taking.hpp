#pragma once

#include "app/values/values.hpp"
#include "domain/org/unit.hpp"

#include <map>
#include <optional>
#include <vector>

namespace tiendo::app {

/// Some reports' values on their way into drafts, within one transaction; for this folder.
class ValueTaking {
public:
    ValueTaking(Work& work, std::string file);

    /// What becomes of all values of one report; kept where that is wished.
    Result<std::vector<ValueResult>>
    take(const ReportOf& of, const std::vector<DataValue>& values, bool keep);

    /// Whether the report is one that its unit can hand in now: no history, not handed in already.
    Result<bool> is_open(const ReportOf& of);

private:
    struct PlanHere {
        Plan plan{};
        std::vector<Period> periods{};
        std::map<UnitId, Form> forms{};
    };

    PlanHere* plan_here(const PlanId& id);
    const Form& form_of(PlanHere& plan, const UnitId& unit);
    Result<TakenValues>
    take_into_draft(const Period& period, const ReportOf& of, const std::vector<DataValue>& values);
    Result<TakenValues> take_into_history(const ReportOf& of, const std::vector<DataValue>& values);
    void keep_draft(const store::ReportKey& report, const TakenValues& taken);
    Result<Done> keep_history(const ReportOf& of, const TakenValues& taken);
    void record_taking(const ReportOf& of, const TakenValues& taken);
    const Period* period_here(const ReportOf& of);
    Result<std::optional<Answers>> handed_in(const ReportOf& of);

    Work& work_;
    std::string file_;
    UnitDirectory units_;
    IndicatorLibrary library_;
    std::map<PlanId, std::optional<PlanHere>> plans_{};
    std::map<std::string, std::int64_t> revisions_{}; ///< of the draft that was looked at last
};

/// The report that a value belongs to, by the names that it bears.
ReportOf report_named_in(const DataValue& value);

} // namespace tiendo::app
