#pragma once

#include "app/report/reports.hpp"
#include "app/values/plan_rows.hpp"
#include "domain/form/value_import.hpp"
#include "store/bulk_cells.hpp"
#include "store/journal.hpp"

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace tiendo::app {

/// What became of one report's values, in their order.
struct ReportFate {
    ReportOf of{};
    std::vector<ValueOutcome> outcomes{};
    std::map<std::size_t, Problem> problems{}; ///< of the conflicts, by place
    bool is_open = false; ///< the unit can hand it in now: no history, not handed in already
};

/// Some reports' values on their way into drafts, within one transaction; for this folder.
class ValueTaking {
public:
    struct How {
        std::string file{};
        bool keep = false;
        bool many = false; ///< so many reports that a period's are best read at once
    };

    ValueTaking(Work& work, KnownPlans& plans, How how);

    /// What becomes of all values of one report.
    Result<ReportFate> take(const ValuePart& part, std::span<const SpooledValue> values);
    /// Keeps what was taken. Once, at the end.
    void keep_all();

private:
    /// The report that is being looked at.
    struct Ground {
        PlanRows* plan = nullptr;
        const Period* period = nullptr; ///< none for history
        store::ReportKey key{};
        Stage stage = Stage::drafting;
        ValueKind kind = ValueKind::official;              ///< of values that do not say theirs
        std::map<std::string, TypedCell> handed_in{};      ///< by measure
        std::map<std::size_t, store::DraftItem> drafted{}; ///< by row, of those that are asked for
        bool is_writable = false;
    };
    /// What was taken of it so far.
    struct Taken {
        ReportFate fate{};
        store::BulkCells cells;
        std::map<MeasureId, CellChange> changes{}; ///< but for cells that nothing stood in
        int imported = 0;
        int updated = 0;
    };
    /// The numbers of one cell among the values, in their order.
    using Places = std::vector<std::pair<std::size_t, std::size_t>>; ///< place of value, of key

    Result<Ground> ground_of(const ReportOf& of, const ValuePart& part, const SpooledValue& first);
    Result<Done> look_at_draft(Ground& ground);
    Result<Done> look_at_submission(Ground& ground);
    Result<Stage> stage_of(const ReportOf& of, const store::ReportKey& key);
    bool may_have_draft(const store::ReportKey& key);

    void sort_by_row(Ground& ground, const ValuePart& part, std::span<const SpooledValue> values);
    static std::optional<TypedCell> cell_now(const Ground& ground, std::size_t row);
    bool take_plain(
        Ground& ground,
        std::size_t row,
        const ValuePart& part,
        std::span<const SpooledValue> values,
        Taken& taken
    );
    void take_any(
        Ground& ground,
        std::size_t row,
        const ValuePart& part,
        std::span<const SpooledValue> values,
        Taken& taken
    );
    const std::string& pattern_of(AskedRow& row, ValueKind kind) const;
    static void close(ReportFate& fate, const Problem& problem);
    Result<Done> keep(const Ground& ground, Taken taken);

    struct PeriodNow {
        std::map<std::string, Stage> stages{};
        std::set<std::string> with_draft{};
    };
    PeriodNow& period_now(const store::ReportKey& key);

    Work& work_;
    KnownPlans& plans_;
    How how_;
    std::map<std::pair<std::int64_t, std::string>, PeriodNow> periods_{};
    std::vector<Places> by_row_{};
    std::vector<std::size_t> touched_{};
    std::vector<std::size_t> unknown_{};
    std::vector<store::BulkCells> cells_{};
    std::vector<store::JournalEntry> lines_{};
};

} // namespace tiendo::app
