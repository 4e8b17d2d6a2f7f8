#include "app/report/evidence.hpp"

#include "app/org/directory.hpp"
#include "app/report/report_records.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace tiendo::app {
namespace {

constexpr std::size_t name_bytes_max = 200;

Evidence evidence_from(Work& work, const store::EvidenceRecord& record)
{
    const auto kind = evidence_kind_named(record.kind);
    ensure(kind.has_value(), "a file's kind is known");
    return {
        record.id,
        {PlanId(std::to_string(record.report.plan)),
         PeriodId(record.report.period),
         UnitId(record.report.unit)},
        record.item,
        record.name,
        *kind,
        record.size,
        record.sha256,
        person_named(work, record.by),
        record.at
    };
}

/// A table, or one of the rows that the unit has typed into it.
bool has_activity(const UnitReport& report, const std::string& item)
{
    return std::ranges::any_of(report.form.activities, [&](const ActivityTable& table) {
        if (item == "activity/" + table.key) return true;
        const auto rows = report.draft.activities.find(table.key);
        return rows != report.draft.activities.end() &&
               std::ranges::any_of(rows->second, [&](const ActivityRow& row) {
                   return row_item(table, row) == item;
               });
    });
}

bool has_item(const UnitReport& report, const std::string& item)
{
    const auto& form = report.form;
    const auto id = item.substr(item.find('/') + 1);
    if (item.starts_with("cell/")) return form.row(MeasureId(id)) != nullptr;
    if (item.starts_with("task/"))
        return std::ranges::any_of(form.tasks, [&](const TaskRow& row) {
            return row.task.id == id;
        });
    if (item.starts_with("duty/"))
        return std::ranges::find(form.clauses, id, &ClauseRow::id) != form.clauses.end();
    return has_activity(report, item);
}

/// The name alone, in one line; a name of the person's machine is never a path of ours.
std::string kept_name(std::string_view name, EvidenceKind kind)
{
    const auto slash = name.find_last_of("/\\");
    auto kept = squeeze(slash == std::string_view::npos ? name : name.substr(slash + 1));
    std::erase_if(kept, [](char c) { return static_cast<unsigned char>(c) < ' '; });
    if (kept.empty() || kept.size() > name_bytes_max)
        kept = std::string("minh-chung.") + name_of(kind);
    return kept;
}

Result<Done> require_open_for_entry(Work& work, const UnitReport& report)
{
    TRY(require(work, Right::enter_report, report.of.unit));
    if (report.period.state == PeriodState::locked)
        return refuse(Refusal::conflict, "submission.period_locked");
    if (!is_open_for_entry(report.state.stage)) return refuse(Refusal::conflict, "evidence.closed");
    return done;
}

Result<store::EvidenceRecord> record_of(Work& work, const ReportOf& of, const std::string& id)
{
    TRY(require(work, Right::see_report, of.unit));
    auto record = TRY(work.kept.evidence().get(id));
    const auto key = TRY(key_of(of));
    const bool is_of_report = record.report.plan == key.plan &&
                              record.report.period == key.period && record.report.unit == key.unit;
    if (!is_of_report) return refuse(Refusal::not_found, "evidence.not_found");
    return record;
}

} // namespace

Result<std::vector<Evidence>> evidence_of(Work& work, const ReportOf& of)
{
    TRY(require(work, Right::see_report, of.unit));
    std::vector<Evidence> files;
    for (const auto& record : work.kept.evidence().of(TRY(key_of(of))))
        files.push_back(evidence_from(work, record));
    return files;
}

Result<Done> add_evidence(Work& work, const ReportOf& of, const NewEvidence& file)
{
    const auto report = TRY(unit_report(work, of));
    TRY(require_open_for_entry(work, report));
    if (!has_item(report, file.item))
        return refuse(Refusal::invalid, "evidence.unknown_item", {}, "item");
    store::EvidenceRecord record;
    record.report = TRY(key_of(of));
    const auto kept = work.kept.evidence().of(record.report);
    const EvidenceCount count{
        static_cast<std::size_t>(std::ranges::count(kept, file.item, &store::EvidenceRecord::item)),
        kept.size()
    };
    const auto kind = TRY(check_evidence(file.bytes, count));
    record.id = new_uuid7(work.now.seconds * 1000);
    record.item = file.item;
    record.name = kept_name(file.name, kind);
    record.kind = name_of(kind);
    record.by = work.actor.login;
    record.at = work.now;
    work.kept.evidence().add(record, file.bytes);
    tiendo::app::record(work, "evidence.added", {of.plan, of.period, of.unit, file.item});
    return done;
}

Result<Done> take_back_evidence(Work& work, const ReportOf& of, const std::string& id)
{
    const auto report = TRY(unit_report(work, of));
    TRY(require_open_for_entry(work, report));
    const auto kept = TRY(record_of(work, of, id));
    work.kept.evidence().take_back(id, work.now);
    record(work, "evidence.taken_back", {of.plan, of.period, of.unit, kept.item});
    return done;
}

Result<EvidenceFile> evidence_file(Work& work, const ReportOf& of, const std::string& id)
{
    const auto record = TRY(record_of(work, of, id));
    return EvidenceFile{evidence_from(work, record), TRY(work.kept.evidence().bytes(id))};
}

} // namespace tiendo::app
