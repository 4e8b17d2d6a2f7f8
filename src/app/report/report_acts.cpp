#include "app/plan/plans.hpp"
#include "app/report/handing_in.hpp"
#include "app/report/leader_acts.hpp"
#include "app/report/report_records.hpp"
#include "app/report/reports.hpp"
#include "base/id.hpp"
#include "documents/exchange/answers_json.hpp"
#include "domain/form/evidence.hpp"

#include <algorithm>
#include <array>

namespace tiendo::app {
namespace {

constexpr std::size_t item_bytes_max = 64 * 1024; // docs/limits.md

constexpr std::array<std::string_view, 5> item_kinds{
    "cell", "task", "duty", "activity", "narrative"
};

Result<Done> require_open(Work& work, const ReportOf& of)
{
    TRY(require_unlocked(work, of));
    const auto stage = TRY(kept_state(work, of)).state.stage;
    if (!is_open_for_entry(stage)) {
        return refuse(Refusal::conflict, "submission.not_open", {{"stage", name_of(stage)}});
    }
    return done;
}

Result<Done> require_item(const NewItem& item)
{
    const auto slash = item.item.find('/');
    const auto kind = item.item.substr(0, slash);
    const bool known = slash != std::string::npos && slash + 1 < item.item.size() &&
                       std::ranges::find(item_kinds, kind) != item_kinds.end();
    if (!known) return refuse(Refusal::invalid, "draft.unknown_item", {{"item", item.item}});
    if (item.body.size() > item_bytes_max)
        return refuse(Refusal::too_large, "draft.too_long", {}, item.item);
    return documents::check_item(kind, item.body);
}

/// Files that bear out a row go with it when the row is called otherwise. What was handed in before
/// keeps them as they hung there.
Result<Done> keep_files_of_renamed_rows(
    Work& work, const ReportOf& of, const NewItem& item, const std::string& body_before
)
{
    if (body_before.empty() || item.body.empty()) return done;
    const auto key = TRY(key_of(of));
    const auto files = work.kept.evidence().of(key);
    const bool has_files = std::ranges::any_of(files, [&](const store::EvidenceRecord& file) {
        return file.item.starts_with(item.item + "/");
    });
    const auto& tables = activity_tables();
    const auto table =
        std::ranges::find(tables, item.item.substr(item.item.find('/') + 1), &ActivityTable::key);
    if (!has_files || table == tables.end()) return done;
    const auto renamed = renamed_rows(
        *table,
        TRY(documents::parse_activity_rows(body_before)),
        TRY(documents::parse_activity_rows(item.body))
    );
    for (const auto& file : files) {
        const auto found = renamed.find(file.item);
        if (found == renamed.end()) continue;
        auto moved = file;
        moved.id = new_uuid7(work.now.seconds * 1000);
        moved.item = found->second;
        work.kept.evidence().add(moved, TRY(work.kept.evidence().bytes(file.id)));
        work.kept.evidence().take_back(file.id, work.now);
        record(work, "evidence.moved", {of.plan, of.period, of.unit, moved.item});
    }
    return done;
}

/// Where the plan has the step, the unit's own leader hands in.
Result<Done> require_way_out(Work& work, const ReportOf& of)
{
    const auto plan = TRY(plan_in_use(work, of.plan));
    switch (TRY(way_out_of(work, plan, of))) {
    case WayOut::to_leader:
        return refuse(Refusal::conflict, "submission.leader_first");
    case WayOut::leader_awaited:
        return refuse(Refusal::conflict, "submission.leader_awaited");
    case WayOut::hand_in:
    case WayOut::without_leader:
        break;
    }
    return done;
}

/// One step of the workflow: who may, the pure step, kept and written into the journal.
template <class Step>
Result<Done>
take_step(Work& work, Right right, const ReportOf& of, std::string_view verb, Step&& step)
{
    TRY(require(work, right, of.unit));
    TRY(require_unlocked(work, of));
    const auto before = TRY(kept_state(work, of));
    const auto after = TRY(step(before.state));
    TRY(keep_state(work, of, before, after));
    record(work, verb, {of.plan, of.period, of.unit, {}}, documents::reason_json(after.reason));
    return done;
}

} // namespace

Result<Saved> save_item(Work& work, const ReportOf& of, const NewItem& item)
{
    TRY(require(work, Right::enter_report, of.unit));
    TRY(require_open(work, of));
    TRY(require_item(item));
    store::DraftItem kept;
    kept.report = TRY(key_of(of));
    kept.item = item.item;
    kept.body = item.body;
    kept.revision = item.revision;
    kept.by = work.actor.login;
    kept.at = work.now;
    std::string before;
    if (item.item.starts_with("activity/"))
        if (const auto draft = work.kept.drafts().find(kept.report, item.item))
            before = draft->body;
    const auto saved = work.kept.drafts().put(kept);
    if (saved.saved) TRY(keep_files_of_renamed_rows(work, of, item, before));
    return Saved{
        saved.saved, saved.current.revision, saved.current.body, saved.current.by, saved.current.at
    };
}

Result<Receipt> submit_report(Work& work, const ReportOf& of, const Handing& handing)
{
    TRY(require(work, Right::enter_report, of.unit));
    if (const auto earlier = TRY(earlier_receipt(work, of, handing.idempotency_key)))
        return *earlier;
    TRY(require_open(work, of));
    TRY(require_way_out(work, of));
    const auto report = TRY(unit_report(work, of));
    TRY(require_complete(report, handing.incomplete_reason));
    return append_version(work, report, handing);
}

Result<Done> withdraw_report(Work& work, const ReportOf& of)
{
    return take_step(work, Right::enter_report, of, "report.withdrawn", withdraw);
}

Result<Done> accept_report(Work& work, const ReportOf& of)
{
    return take_step(work, Right::review_reports, of, "report.accepted", accept);
}

Result<Done> give_back_report(Work& work, const ReportOf& of, const std::string& reason)
{
    return take_step(
        work,
        Right::review_reports,
        of,
        "report.returned",
        [&](const ReportState& state) { return give_back(state, reason); }
    );
}

Result<Done> reopen_report(Work& work, const ReportOf& of, const std::string& reason)
{
    return take_step(
        work,
        Right::review_reports,
        of,
        "report.reopened",
        [&](const ReportState& state) { return reopen(state, reason); }
    );
}

Result<Done> exclude_report(Work& work, const ReportOf& of, const std::string& reason)
{
    return take_step(
        work,
        Right::review_reports,
        of,
        "report.excluded",
        [&](const ReportState& state) { return exclude(state, reason); }
    );
}

Result<Done> take_report_separately(Work& work, const ReportOf& of, const std::string& reason)
{
    return take_step(
        work,
        Right::review_reports,
        of,
        "report.separate",
        [&](const ReportState& state) { return take_separately(state, reason); }
    );
}

Result<Done>
extend_report(Work& work, const ReportOf& of, Instant deadline, const std::string& reason)
{
    return take_step(
        work,
        Right::review_reports,
        of,
        "report.extended",
        [&](const ReportState& state) { return extend(state, deadline, reason); }
    );
}

} // namespace tiendo::app
