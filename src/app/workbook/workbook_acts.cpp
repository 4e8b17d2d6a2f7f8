#include "app/report/report_records.hpp"
#include "app/workbook/draft_bodies.hpp"
#include "app/workbook/workbooks.hpp"
#include "base/id.hpp"

namespace tiendo::app {
namespace {

constexpr std::size_t sheets_bytes_max = std::size_t{2} << 20; // docs/limits.md
constexpr const char* received = "received";
constexpr const char* taken = "taken";
constexpr const char* undone = "undone";

} // namespace

Result<std::string> receive_workbook(Work& work, const ReportOf& of, const WorkbookUpload& upload)
{
    TRY(require(work, Right::enter_report, of.unit));
    if (upload.sheets.size() > sheets_bytes_max)
        return refuse(Refusal::too_large, "workbook.too_much", {}, "workbook");
    store::WorkbookUpload kept;
    kept.id = new_uuid7(work.now.seconds * 1000);
    kept.report = TRY(key_of(of));
    kept.file_name = upload.name;
    kept.sha256 = upload.sha256;
    kept.sheets = upload.sheets;
    kept.state = received;
    kept.by = work.actor.login;
    kept.at = work.now;
    work.kept.workbooks().add(kept);
    record(work, "workbook.received", {of.plan, of.period, of.unit, upload.name});
    return kept.id;
}

Result<WorkbookUpload> received_workbook(Work& work, const ReportOf& of, const std::string& id)
{
    TRY(require(work, Right::enter_report, of.unit));
    const auto kept = TRY(work.kept.workbooks().get(id));
    if (kept.report != TRY(key_of(of))) return refuse(Refusal::not_found, "workbook.unknown");
    return WorkbookUpload{kept.file_name, kept.sha256, kept.sheets};
}

Result<TakenWorkbook> take_workbook(
    Work& work,
    const ReportOf& of,
    const std::string& id,
    const WorkbookChoice& choice,
    const WorkbookVoice& voice
)
{
    const auto upload = TRY(received_workbook(work, of, id));
    if (TRY(work.kept.workbooks().get(id)).state != received)
        return refuse(Refusal::conflict, "workbook.taken_already");
    const auto comparison = TRY(compare_workbook(work, of, upload, voice));
    const auto report = TRY(unit_report(work, of));
    TakenWorkbook result;
    for (const auto& change : comparison.changes) {
        const auto chosen = choice.find(change.item);
        if (chosen == choice.end() || !change.is_readable) continue;
        if (chosen->second != change.before) {
            result.changed_meanwhile.push_back(change.item);
            continue;
        }
        TRY(put_in_draft(work, report, change.item, change.after));
        work.kept.workbooks().add_item(id, {change.item, change.before, change.after});
        ++result.taken;
    }
    if (result.taken == 0) {
        if (!result.changed_meanwhile.empty()) return result;
        return refuse(Refusal::invalid, "workbook.nothing_chosen");
    }
    work.kept.workbooks().set_state(id, taken);
    record(work, "workbook.taken", {of.plan, of.period, of.unit, upload.name});
    return result;
}

std::optional<LastWorkbook> last_workbook(Work& work, const ReportOf& of)
{
    const auto key = key_of(of);
    if (!key) return std::nullopt;
    const auto kept = work.kept.workbooks().newest(*key, taken);
    if (!kept) return std::nullopt;
    const auto newest = work.kept.submissions().newest(*key);
    if (newest && newest->at >= kept->at) return std::nullopt; // handed in since
    return LastWorkbook{kept->id, kept->file_name, kept->by, kept->at};
}

Result<int> undo_workbook(Work& work, const ReportOf& of, const std::string& id)
{
    const auto upload = TRY(received_workbook(work, of, id));
    if (TRY(work.kept.workbooks().get(id)).state != taken)
        return refuse(Refusal::conflict, "workbook.not_taken");
    const auto report = TRY(unit_report(work, of));
    if (!is_open_for_entry(report.state.stage))
        return refuse(
            Refusal::conflict, "submission.not_open", {{"stage", name_of(report.state.stage)}}
        );
    int restored = 0;
    for (const auto& item : work.kept.workbooks().items(id)) {
        if (!say_the_same(report, item.item, body_in_draft(report, item.item), item.after))
            continue;
        TRY(put_in_draft(work, report, item.item, item.before));
        ++restored;
    }
    work.kept.workbooks().set_state(id, undone);
    record(work, "workbook.undone", {of.plan, of.period, of.unit, upload.name});
    return restored;
}

} // namespace tiendo::app
