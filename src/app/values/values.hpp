#pragma once

#include "app/report/reports.hpp"
#include "app/values/plan_rows.hpp"
#include "app/values/value_spool.hpp"
#include "domain/form/value_import.hpp"

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace tiendo::app {

/// Which values are wanted; empty parts do not narrow.
struct ValuesQuery {
    PlanId plan{};
    PeriodId period{}; ///< or a relative name: "LAST_4_QUARTERS"
    UnitId unit{};
    bool with_sensitive = false; ///< counts of victims too, which else stay in the reporting line
    /// Only what DHIS2 can hold: no nine months, and no cell in another state than "value".
    bool for_dhis2 = false;
};

struct ExportedValues {
    std::int64_t values = 0;
    std::int64_t reports = 0;
    std::int64_t withheld = 0;    ///< cells that are sensitive
    std::int64_t not_counted = 0; ///< reports that were given back, taken back or left out
};

/// Hands out, one after the other, the values of each unit's newest version that counts in figures,
/// and of the years before. Needs Right::see_plan.
Result<ExportedValues> export_values(
    Work& work, const ValuesQuery& query, const std::function<void(const DataValue&)>& use
);

/// Tells the journal that values leave the product; done before they do.
Result<Done> record_export(Work& work, const ValuesQuery& query);

struct ImportOptions {
    std::string file{}; ///< its name, which each cell keeps in its origin
    bool dry_run = false;
    bool atomic = false;   ///< all values or none
    bool tell_all = false; ///< what became of each value, not only of those that were not taken
    bool submit = false;   ///< hand in the reports that are complete
    std::string incomplete_reason{};
};

/// A report that was to be handed in.
struct ImportedReport {
    ReportOf of{};
    std::string receipt{};           ///< id of the submission; empty where it was not handed in
    std::vector<Problem> problems{}; ///< why not
};

struct ImportSummary {
    std::map<ValueOutcome, std::int64_t> counts{};
    bool kept =
        false; ///< else nothing was changed: a dry run, or a conflict where all must be right
    std::vector<ImportedReport> reports{};
};

/// Takes the values of a bulk file into the units' drafts, by the same checks as what is typed into
/// the form; values of a period that the office does not run here become its history.
class ValuesImport {
public:
    /// Given each conflict once, or each value where that is wished; those of one report come
    /// together.
    using Tell = std::function<void(const ValueResult&)>;

    ValuesImport(Office& office, Actor actor, ImportOptions options);

    void add(const DataValue& value) { spool_.add(value); }

    /// Needs Right::enter_report for each unit, and Right::review_reports for history; what the
    /// actor may not do is a conflict of the value.
    Result<ImportSummary> run(const Tell& tell);

private:
    struct Fates;

    /// Parts of the spool, as many as one transaction takes.
    std::vector<std::vector<std::size_t>> batches() const;
    Result<Done>
    take_parts(Work& work, const std::vector<std::size_t>& parts, bool keep, Fates& fates);
    void look_at_all(ImportSummary& summary, const Tell& tell);
    Result<Done> take_all();
    Result<Done> take_each(ImportSummary& summary, const Tell& tell);
    void hand_in(ImportSummary& summary);

    Office& office_;
    Actor actor_;
    ImportOptions options_;
    ValueSpool spool_{};
    KnownPlans plans_{};
    std::map<ReportOf, bool> reports_{}; ///< those with a draft, and whether all of it was taken
};

} // namespace tiendo::app
