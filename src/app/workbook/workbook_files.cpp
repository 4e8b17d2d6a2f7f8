#include "app/admin/visitor_key.hpp"
#include "app/org/directory.hpp"
#include "app/period/periods.hpp"
#include "app/plan/plans.hpp"
#include "app/workbook/workbook_records.hpp"
#include "app/workbook/workbooks.hpp"
#include "base/text.hpp"
#include "documents/package/zip_writer.hpp"
#include "documents/workbook/write_unit_workbook.hpp"

namespace tiendo::app {
namespace {

/// What the unit has typed; where that is nothing, what it handed in.
documents::WorkbookAnswers answers_of(const UnitReport& report)
{
    documents::WorkbookAnswers answers;
    for (const auto& [id, cell] : report.draft.cells)
        answers.cells[id] = cell.typed;
    for (const auto& [id, task] : report.draft.tasks)
        answers.tasks[id] = task.answer;
    for (const auto& [id, duty] : report.draft.duties)
        answers.duties[id] = duty.answer;
    answers.activities = report.draft.activities;
    answers.narrative = report.draft.narrative;
    if (report.draft.saved_at || !report.newest) return answers;
    const auto& submitted = report.newest->answers;
    for (const auto& [id, cell] : submitted.cells) {
        TypedCell typed{cell.state, cell.kind, {}, cell.reason, cell.note, cell.origin};
        if (cell.state == ValueState::missing) typed.state = ValueState::value;
        for (const auto& [element, number] : cell.numbers)
            typed.typed[element] = replace_all(number.str(), ".", ",");
        answers.cells[id] = typed;
    }
    answers.tasks = submitted.tasks;
    answers.duties = submitted.duties;
    answers.activities = submitted.activities;
    answers.narrative = submitted.narrative;
    return answers;
}

} // namespace

documents::WorkbookSeal seal_of(const WorkbookVoice& voice)
{
    return [&voice](std::string_view text) { return keyed_digest(voice.key, text); };
}

Result<documents::UnitWorkbook>
workbook_for(Work& work, const UnitReport& report, const WorkbookVoice& voice)
{
    const auto& of = report.of;
    documents::UnitWorkbook workbook;
    workbook.identity = {of.plan, of.period, of.unit};
    const auto units = directory(work);
    const auto* unit = units.find(of.unit);
    workbook.unit_name = unit == nullptr ? of.unit.str() : unit->name;
    workbook.plan_title = TRY(plan_in_use(work, of.plan)).head.title;
    workbook.period = voice.period(of.period);
    workbook.deadline_at = report.state.own_deadline.value_or(report.period.deadline);
    workbook.deadline = voice.moment(workbook.deadline_at);
    if (pinned_time(work.kept)) workbook.mark = voice.say("workbook_file.sample", {});
    workbook.is_estimated = report.period.closes_after_deadline();
    workbook.form = report.form;
    workbook.answers = answers_of(report);
    const auto last_year = TRY(report_of_last_year(work, of));
    for (const auto& row : report.form.rows) {
        auto& text = workbook.measures[row.measure.id];
        text.target = voice.target(row.measure, row.indicator);
        if (!last_year) continue;
        const auto cell = last_year->answers.cells.find(row.measure.id);
        if (cell != last_year->answers.cells.end() && cell->second.state != ValueState::missing)
            text.last_year = voice.result(cell->second, row.indicator);
    }
    return workbook;
}

std::string workbook_key(Office& office)
{
    return kept_secret(office, "workbook_key");
}

Result<WorkbookFile> unit_workbook(Work& work, const ReportOf& of, const WorkbookVoice& voice)
{
    const auto report = TRY(unit_report(work, of));
    const auto workbook = TRY(workbook_for(work, report, voice));
    return WorkbookFile{
        "bieu-" + slug(of.unit.str()) + "-" + of.period.str() + ".xlsx",
        documents::write_unit_workbook(workbook, voice.say, seal_of(voice))
    };
}

Result<std::vector<WorkbookFile>>
period_workbooks(Work& work, const PlanId& plan, const PeriodId& period, const WorkbookVoice& voice)
{
    TRY(require(work, Right::see_plan));
    std::vector<WorkbookFile> files;
    for (const auto& unit : TRY(period_of(work, plan, period)).units)
        files.push_back(TRY(unit_workbook(work, {plan, period, unit}, voice)));
    return files;
}

std::string packed(const std::vector<WorkbookFile>& files)
{
    std::vector<documents::PackageFile> entries;
    for (const auto& file : files)
        entries.push_back({file.name, file.bytes});
    return documents::write_zip(entries);
}

} // namespace tiendo::app
