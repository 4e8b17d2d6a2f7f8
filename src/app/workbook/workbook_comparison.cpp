#include "app/org/directory.hpp"
#include "app/report/draft_items.hpp"
#include "app/workbook/draft_bodies.hpp"
#include "app/workbook/workbook_records.hpp"
#include "documents/exchange/sheets_json.hpp"
#include "documents/workbook/read_unit_workbook.hpp"
#include "domain/form/activity_remarks.hpp"

namespace tiendo::app {
namespace {

std::string unit_name(Work& work, const UnitId& id)
{
    const auto units = directory(work);
    const auto* unit = units.find(id);
    return unit == nullptr ? id.str() : unit->name;
}

std::vector<std::string> items_of(const Form& form)
{
    std::vector<std::string> items;
    for (const auto& row : form.rows)
        items.push_back("cell/" + row.measure.id.str());
    for (const auto& clause : form.clauses)
        items.push_back("duty/" + clause.id);
    for (const auto& row : form.tasks)
        items.push_back("task/" + row.task.id);
    for (const auto& table : form.activities)
        items.push_back("activity/" + table.key);
    for (const auto part : narrative_parts)
        items.push_back("narrative/" + std::string(part));
    return items;
}

template <class Map, class Key> std::string body_in(const Map& answers, const Key& id)
{
    const auto found = answers.find(id);
    return found == answers.end() ? std::string{} : item_body(found->second);
}

std::string body_in_file(const documents::WorkbookAnswers& answers, const std::string& item)
{
    const auto id = item.substr(item.find('/') + 1);
    if (item.starts_with("cell/")) return body_in(answers.cells, MeasureId(id));
    if (item.starts_with("task/")) return body_in(answers.tasks, id);
    if (item.starts_with("duty/")) return body_in(answers.duties, id);
    if (item.starts_with("activity/")) {
        const auto rows = answers.activities.find(id);
        const bool is_there = rows != answers.activities.end() && !rows->second.empty();
        return is_there ? item_body(rows->second) : std::string{};
    }
    const auto text = answers.narrative.find(id);
    return text == answers.narrative.end() ? std::string{} : narrative_body(text->second);
}

/// What the rules of the form say of an item as the file has it.
void check(
    const UnitReport& report, const documents::WorkbookAnswers& answers, WorkbookChange& change
)
{
    const auto id = change.item.substr(change.item.find('/') + 1);
    std::vector<Remark> remarks;
    if (change.item.starts_with("cell/")) {
        const auto* row = report.form.row(MeasureId(id));
        remarks = read_cell(*row, answers.cells.at(MeasureId(id))).remarks;
    }
    if (change.item.starts_with("activity/")) {
        for (const auto& table : report.form.activities)
            if (table.key == id) remarks = remarks_on(table, answers.activities.at(id));
    }
    for (auto& remark : remarks) {
        auto& list = remark.weight == Weight::error ? change.errors : change.notes;
        list.push_back(std::move(remark.problem));
    }
}

WorkbookComparison compared(const UnitReport& report, const documents::ReadUnitWorkbook& read)
{
    WorkbookComparison comparison;
    comparison.of = report.of;
    for (const auto& item : items_of(report.form)) {
        WorkbookChange change;
        change.item = item;
        change.before = body_in_draft(report, item);
        change.after = body_in_file(read.answers, item);
        if (const auto origin = read.origins.find(item); origin != read.origins.end())
            change.origin = origin->second;
        for (const auto& remark : read.remarks) {
            if (remark.item != item) continue;
            auto& list = remark.is_error ? change.errors : change.notes;
            list.push_back(remark.problem);
            change.is_readable = change.is_readable && !remark.is_error;
        }
        // Rows that are not in the file say nothing of the draft.
        if (change.is_readable && change.after.empty() && !read.rows.contains(item)) {
            for (const auto& note : change.notes)
                comparison.problems.push_back(note);
            continue;
        }
        if (change.is_readable && say_the_same(report, item, change.before, change.after)) {
            if (!change.after.empty()) ++comparison.equal;
            continue;
        }
        if (change.is_readable && !change.after.empty()) check(report, read.answers, change);
        comparison.changes.push_back(std::move(change));
    }
    for (const auto& remark : read.remarks)
        if (remark.item.empty()) comparison.problems.push_back(remark.problem);
    return comparison;
}

} // namespace

Result<ReportOf> report_of_workbook(
    Work& work,
    const WorkbookUpload& upload,
    const std::optional<ReportOf>& expected,
    const WorkbookVoice& voice
)
{
    const auto sheets = TRY(documents::parse_sheets(upload.sheets));
    const auto ids = TRY(documents::read_ids(sheets, seal_of(voice)));
    const ReportOf of{ids.identity.plan, ids.identity.period, ids.identity.unit};
    if (!expected || of == *expected) return of;
    if (of.plan != expected->plan)
        return refuse(Refusal::invalid, "workbook.other_plan", {}, "workbook");
    if (of.period != expected->period)
        return refuse(
            Refusal::invalid,
            "workbook.other_period",
            {{"found", voice.period(of.period)}, {"expected", voice.period(expected->period)}},
            "workbook"
        );
    return refuse(
        Refusal::invalid,
        "workbook.other_unit",
        {{"found", unit_name(work, of.unit)}, {"expected", unit_name(work, expected->unit)}},
        "workbook"
    );
}

Result<WorkbookComparison> compare_workbook(
    Work& work, const ReportOf& of, const WorkbookUpload& upload, const WorkbookVoice& voice
)
{
    TRY(require(work, Right::enter_report, of.unit));
    TRY(report_of_workbook(work, upload, of, voice));
    const auto report = TRY(unit_report(work, of));
    const auto sheets = TRY(documents::parse_sheets(upload.sheets));
    const auto ids = TRY(documents::read_ids(sheets, seal_of(voice)));
    const auto expected = TRY(workbook_for(work, report, voice));
    auto comparison =
        compared(report, documents::read_unit_workbook(sheets, ids, expected, voice.say));
    comparison.file_name = upload.name;
    return comparison;
}

} // namespace tiendo::app
