#include "app/report/history_import.hpp"

#include "app/org/directory.hpp"
#include "app/period/periods.hpp"
#include "app/plan/plans.hpp"
#include "app/report/history.hpp"
#include "app/report/report_records.hpp"
#include "base/digest.hpp"
#include "base/text.hpp"
#include "documents/exchange/answers_json.hpp"
#include "documents/exchange/history_mapping_json.hpp"
#include "documents/exchange/sheets_json.hpp"
#include "documents/workbook/history_sheet.hpp"

#include <algorithm>

namespace tiendo::app {
namespace {

constexpr std::size_t sheets_bytes_max = std::size_t{2} << 20; // docs/limits.md
constexpr int rows_shown = 60;
constexpr const char* received = "received";
constexpr const char* taken = "taken";
constexpr const char* undone = "undone";

/// An office's table is about no unit's report: its upload bears the plan alone.
Result<store::ReportKey> key_of_tables(const PlanId& plan)
{
    return store::ReportKey{TRY(number_of(plan)), {}, {}};
}

/// What a person has said of one upload.
std::string mapping_setting(const std::string& upload)
{
    return "history_mapping/" + upload;
}

/// What was last said of tables with these heads; kept for the next file of the shape.
std::string shapes_setting(const PlanId& plan)
{
    return "history_shape/" + plan.str() + "/";
}

std::string shape_setting(const PlanId& plan, const documents::Sheet& sheet, int head_row)
{
    return shapes_setting(plan) + sha256_hex(documents::shape_of(sheet, head_row));
}

/// "report/2022/sa-loong": the item of an upload that changed this history.
constexpr std::string_view report_item = "report/";

HistoryImportLine line_from(const store::WorkbookUpload& kept)
{
    return {kept.id, kept.file_name, kept.state, kept.by, kept.at};
}

Result<store::WorkbookUpload> kept_import(Work& work, const PlanId& plan, const std::string& id)
{
    TRY(require(work, Right::review_reports));
    auto kept = TRY(work.kept.workbooks().get(id));
    if (kept.report != TRY(key_of_tables(plan)))
        return refuse(Refusal::not_found, "history_table.unknown");
    return kept;
}

Result<HistoryMapping> mapping_of(Work& work, const std::string& id)
{
    return documents::parse_history_mapping(
        work.kept.settings().find(mapping_setting(id)).value_or("{}")
    );
}

const documents::Sheet*
sheet_named(const std::vector<documents::Sheet>& sheets, const std::string& name)
{
    const auto found = std::ranges::find(sheets, name, &documents::Sheet::name);
    return found == sheets.end() ? nullptr : &*found;
}

/// What an earlier file with the same heads was said to hold; else the first sheet with rows, and
/// nothing said of its columns.
Result<HistoryMapping>
proposed(Work& work, const PlanId& plan, const std::vector<documents::Sheet>& sheets)
{
    const auto prefix = shapes_setting(plan);
    for (const auto& [key, kept] : work.kept.settings().all()) {
        if (!key.starts_with(prefix)) continue;
        auto mapping = TRY(documents::parse_history_mapping(kept));
        for (const auto& sheet : sheets) {
            if (documents::shape_of(sheet, mapping.head_row).empty() ||
                shape_setting(plan, sheet, mapping.head_row) != key)
                continue;
            mapping.sheet = sheet.name;
            return mapping;
        }
    }
    for (const auto& sheet : sheets) {
        if (sheet.is_hidden || sheet.rows.empty()) continue;
        HistoryMapping none;
        none.sheet = sheet.name;
        none.head_row = documents::likely_head_row(sheet);
        return none;
    }
    return refuse(Refusal::unreadable, "history_table.empty", {}, "file");
}

SeenSheet seen(const documents::Sheet& sheet)
{
    SeenSheet seen;
    seen.name = sheet.name;
    for (const auto& row : sheet.rows) {
        for (const auto& cell : row.cells)
            seen.columns = std::max(seen.columns, cell.column);
        if (static_cast<int>(seen.rows.size()) == rows_shown) {
            ++seen.more_rows;
            continue;
        }
        for (const auto& cell : row.cells)
            seen.rows[row.number][cell.column] = documents::shown_text(cell);
    }
    return seen;
}

Result<HistoryKnown> known_for(Work& work, const PlanId& plan)
{
    HistoryKnown known;
    const auto indicators = library(work);
    for (const auto& measure : TRY(plan_in_use(work, plan)).measures) {
        FormRow row{measure, {}};
        if (const auto* indicator = indicators.find(measure.indicator)) row.indicator = *indicator;
        known.measures.push_back(std::move(row));
    }
    known.directory = directory(work);
    for (const auto& period : TRY(periods_of(work, plan))) {
        known.own_periods.insert(period.id);
        known.day = period.window.to;
    }
    if (known.own_periods.empty()) known.day = local_time(work.now).day;
    return known;
}

/// A unit's history of one year, and where in the file its new numbers stand.
Answers with_values(Answers answers, const std::vector<std::pair<MeasureId, Cell>>& cells)
{
    for (const auto& [measure, cell] : cells)
        answers.cells[measure] = cell;
    return answers;
}

std::string origin_of(const HistoryImport& table, const HistoryValue& value)
{
    return table.line.file_name + ", " + table.mapping.sheet + "!" + value.place;
}

using CellsOfReport =
    std::map<std::pair<PeriodId, UnitId>, std::vector<std::pair<MeasureId, Cell>>>;

CellsOfReport kept_cells(const HistoryImport& table)
{
    CellsOfReport cells;
    for (const auto& row : table.rows) {
        for (const auto& value : row.values) {
            if (!value.is_kept) continue;
            auto cell = value.cell;
            cell.origin = origin_of(table, value);
            cells[{value.year, row.unit}].emplace_back(row.measure, std::move(cell));
        }
    }
    return cells;
}

/// The newest answers of a unit's earlier year; none where it has no history yet.
Result<std::optional<Answers>> history_of(Work& work, const ReportOf& of)
{
    const auto newest = work.kept.submissions().newest(TRY(key_of(of)));
    if (!newest) return std::optional<Answers>{};
    return std::optional(TRY(documents::parse_answers(newest->body)));
}

/// What undoing makes of today's answers: a number that is still the imported one goes back to what
/// it was; whatever was changed since stays.
int put_back(Answers& now, const Answers& before, const Answers& after)
{
    int count = 0;
    for (const auto& [measure, cell] : after.cells) {
        const auto earlier = before.cells.find(measure);
        const bool is_ours = earlier == before.cells.end() || earlier->second != cell;
        const auto current = now.cells.find(measure);
        if (!is_ours || current == now.cells.end() || current->second != cell) continue;
        if (earlier == before.cells.end())
            now.cells.erase(current);
        else
            current->second = earlier->second;
        ++count;
    }
    return count;
}

} // namespace

Result<std::vector<HistoryImportLine>> history_imports(Work& work, const PlanId& plan)
{
    TRY(require(work, Right::review_reports));
    const auto key = TRY(key_of_tables(plan));
    std::vector<HistoryImportLine> lines;
    for (const auto* state : {received, taken, undone})
        if (const auto kept = work.kept.workbooks().newest(key, state))
            lines.push_back(line_from(*kept));
    return lines;
}

Result<std::string> receive_history(Work& work, const PlanId& plan, const WorkbookUpload& upload)
{
    TRY(require(work, Right::review_reports));
    TRY(plan_in_use(work, plan));
    if (upload.sheets.size() > sheets_bytes_max)
        return refuse(Refusal::too_large, "history_table.too_much", {}, "file");
    const auto sheets = TRY(documents::parse_sheets(upload.sheets));
    const auto mapping = TRY(proposed(work, plan, sheets));
    store::WorkbookUpload kept;
    kept.id = new_uuid7(work.now.seconds * 1000);
    kept.report = TRY(key_of_tables(plan));
    kept.file_name = upload.name;
    kept.sha256 = upload.sha256;
    kept.sheets = upload.sheets;
    kept.state = received;
    kept.by = work.actor.login;
    kept.at = work.now;
    if (const auto replaced = work.kept.workbooks().newest(kept.report, received))
        work.kept.settings().remove(mapping_setting(replaced->id));
    work.kept.workbooks().add(kept);
    work.kept.settings().put(mapping_setting(kept.id), documents::to_json(mapping));
    record(work, "history_table.received", {plan, {}, {}, upload.name});
    return kept.id;
}

Result<HistoryImport> history_import(Work& work, const PlanId& plan, const std::string& id)
{
    const auto kept = TRY(kept_import(work, plan, id));
    const auto sheets = TRY(documents::parse_sheets(kept.sheets));
    HistoryImport table;
    table.line = line_from(kept);
    table.mapping = TRY(mapping_of(work, id));
    table.shown = sha256_hex(documents::to_json(table.mapping));
    for (const auto& sheet : sheets)
        if (!sheet.is_hidden) table.sheets.push_back(sheet.name);
    const auto* sheet = sheet_named(sheets, table.mapping.sheet);
    ensure(sheet != nullptr, "a mapping names a sheet of its file");
    const auto shape = shape_setting(plan, *sheet, table.mapping.head_row);
    table.is_proposed = kept.state == received && work.kept.settings().find(shape).has_value();
    table.sheet = seen(*sheet);
    table.known = TRY(known_for(work, plan));
    table.rows = documents::read_history_sheet(*sheet, table.mapping, table.known);
    return table;
}

Result<Done>
map_history(Work& work, const PlanId& plan, const std::string& id, const HistoryMapping& mapping)
{
    const auto kept = TRY(kept_import(work, plan, id));
    if (kept.state != received) return refuse(Refusal::conflict, "history_table.taken_already");
    const auto sheets = TRY(documents::parse_sheets(kept.sheets));
    const auto* sheet = sheet_named(sheets, mapping.sheet);
    if (sheet == nullptr) return refuse(Refusal::invalid, "history_table.no_sheet", {}, "sheet");
    for (const auto& [column, what] : mapping.columns) {
        if (is_number_role(what.role) && !parse_period(what.year))
            return refuse(
                Refusal::invalid,
                "history_table.no_year",
                {{"column", documents::column_letters(column)}},
                "year" + std::to_string(column)
            );
    }
    auto said = mapping;
    if (said.head_row == 0) said.head_row = documents::likely_head_row(*sheet);
    work.kept.settings().put(mapping_setting(id), documents::to_json(said));
    record(work, "history_table.mapped", {plan, {}, {}, kept.file_name});
    return done;
}

Result<int>
take_history(Work& work, const PlanId& plan, const std::string& id, const std::string& shown)
{
    const auto kept = TRY(kept_import(work, plan, id));
    const auto table = TRY(history_import(work, plan, id));
    if (kept.state != received) return refuse(Refusal::conflict, "history_table.taken_already");
    if (table.shown != shown) return refuse(Refusal::conflict, "history_table.changed_meanwhile");
    int count = 0;
    for (const auto& [report, cells] : kept_cells(table)) {
        const ReportOf of{plan, report.first, report.second};
        const auto before = TRY(history_of(work, of));
        const auto after = with_values(before.value_or(Answers{}), cells);
        TRY(take_over_history(work, of, after));
        work.kept.workbooks().add_item(
            id,
            {std::string(report_item) + of.period.str() + "/" + of.unit.str(),
             before ? documents::to_json(*before) : std::string{},
             documents::to_json(after)}
        );
        count += static_cast<int>(cells.size());
    }
    if (count == 0) return refuse(Refusal::invalid, "history_table.nothing_understood");
    const auto sheets = TRY(documents::parse_sheets(kept.sheets));
    const auto* sheet = sheet_named(sheets, table.mapping.sheet);
    work.kept.settings().put(
        shape_setting(plan, *sheet, table.mapping.head_row), documents::to_json(table.mapping)
    );
    work.kept.workbooks().set_state(id, taken);
    record(work, "history_table.taken", {plan, {}, {}, kept.file_name});
    return count;
}

Result<int> undo_history(Work& work, const PlanId& plan, const std::string& id)
{
    const auto kept = TRY(kept_import(work, plan, id));
    if (kept.state != taken) return refuse(Refusal::conflict, "history_table.not_taken");
    int count = 0;
    for (const auto& item : work.kept.workbooks().items(id)) {
        const auto named = split(item.item, '/');
        ensure(named.size() == 3, "an item of a table names a year and a unit");
        const ReportOf of{plan, PeriodId(named[1]), UnitId(named[2])};
        auto now = TRY(history_of(work, of)).value_or(Answers{});
        Answers before;
        if (!item.before.empty()) before = TRY(documents::parse_answers(item.before));
        const auto restored = put_back(now, before, TRY(documents::parse_answers(item.after)));
        if (restored == 0) continue;
        TRY(take_over_history(work, of, now));
        count += restored;
    }
    work.kept.workbooks().set_state(id, undone);
    record(work, "history_table.undone", {plan, {}, {}, kept.file_name});
    return count;
}

} // namespace tiendo::app
