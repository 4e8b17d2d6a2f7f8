#include "documents/workbook/workbook_places.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <set>

namespace tiendo::documents {
namespace {

/// The place of the first column that is filled, not printed.
std::size_t first_filled(TableKind kind)
{
    switch (kind) {
    case TableKind::measures:
        return place_in_table(MeasureColumn::value);
    case TableKind::tasks:
        return place_in_table(TaskColumn::state);
    case TableKind::none:
    case TableKind::narrative:
    case TableKind::activity:
        return 1;
    }
    return 1;
}

/// Most files come back with the very words: keys are dear to make.
bool is_same_name(const std::string& a, const std::string& b)
{
    return a == b || name_key(a) == name_key(b);
}

} // namespace

WorkbookPlaces::WorkbookPlaces(WorkbookReading& reading) : reading_(reading)
{
    const auto& say = reading.say;
    for (const auto& line : workbook_lines(reading.expected.form, say))
        now_[line.key] = line.label;
    std::vector<std::string> texts;
    for (int i = 0; i <= static_cast<int>(MeasureColumn::note); ++i)
        texts.push_back(head_of(static_cast<MeasureColumn>(i), say));
    measure_heads_ = heads_of(texts);
    texts.clear();
    for (int i = 0; i <= static_cast<int>(TaskColumn::difficulty); ++i)
        texts.push_back(head_of(static_cast<TaskColumn>(i), say));
    task_heads_ = heads_of(texts);
    narrative_heads_ =
        heads_of({say("workbook_file.narrative_what", {}), say("workbook_file.narrative_text", {})}
        );
    texts.clear();
    for (const auto& table : reading.expected.form.activities)
        texts.push_back(say("activity." + table.key, {}));
    activity_titles_ = heads_of(texts);
}

WorkbookPlaces::Heads WorkbookPlaces::heads_of(const std::vector<std::string>& texts)
{
    Heads heads;
    for (const auto& text : texts)
        heads.push_back({text, name_key(text)});
    return heads;
}

RowKey WorkbookPlaces::key_in(const SheetRow& row) const
{
    const auto& labels = reading_.ids.labels;
    for (const auto& cell : row.cells) {
        if (labels.contains(cell.text)) return {cell.text, cell.column};
        if (cell.text.starts_with("row/") && labels.contains("activity/" + cell.text.substr(4)))
            return {cell.text, cell.column};
    }
    if (const auto label = visible_label(row); !label.empty()) {
        const auto named = keys_by_label().find(name_key(label));
        if (named != keys_by_label().end() && !named->second.empty()) return {named->second};
    }
    return {activity_titled_in(row)};
}

/// Made when the first row without its key is met; a label of two rows names none.
const std::map<std::string, std::string>& WorkbookPlaces::keys_by_label() const
{
    if (!by_label_.empty()) return by_label_;
    for (const auto& [key, label] : now_) {
        const auto [at, is_new] = by_label_.try_emplace(name_key(label), key);
        if (!is_new) at->second.clear();
    }
    return by_label_;
}

/// "activity/documents" where a cell has the title of that table; only outside of other tables.
std::string WorkbookPlaces::activity_titled_in(const SheetRow& row) const
{
    if (reading_.kind != TableKind::activity && reading_.kind != TableKind::none) return {};
    for (const auto& cell : row.cells) {
        const auto found = std::ranges::find(activity_titles_, name_key(cell.text), &Head::key);
        if (found == activity_titles_.end()) continue;
        const auto at = static_cast<std::size_t>(found - activity_titles_.begin());
        return "activity/" + reading_.expected.form.activities[at].key;
    }
    return {};
}

/// What names a row to a person, put together as it was when the file was made.
std::string WorkbookPlaces::visible_label(const SheetRow& row) const
{
    const auto in = [&](auto column) {
        const auto number = reading_.column_of(column);
        return number == no_column ? std::string{} : text_at(row, number);
    };
    switch (reading_.kind) {
    case TableKind::measures:
        return measure_label(
            in(MeasureColumn::code), in(MeasureColumn::title), in(MeasureColumn::element)
        );
    case TableKind::tasks: {
        const auto code = in(TaskColumn::code);
        const auto text = in(TaskColumn::text);
        return label_of(code.empty() ? text : code + " | " + text);
    }
    case TableKind::narrative:
        return label_of(text_at(row, reading_.columns.front()));
    case TableKind::activity:
    case TableKind::none:
        return {};
    }
    return {};
}

bool WorkbookPlaces::try_heads(
    const SheetRow& row, TableKind kind, const Heads& heads, std::size_t needed
)
{
    if (row.cells.size() < needed) return false;
    std::vector<int> columns(heads.size(), no_column);
    for (const auto& cell : row.cells) {
        const auto found = std::ranges::find(heads, name_key(cell.text), &Head::key);
        if (found == heads.end()) continue;
        auto& column = columns[static_cast<std::size_t>(found - heads.begin())];
        if (column == no_column) column = cell.column;
    }
    const auto missing = static_cast<std::size_t>(std::ranges::count(columns, no_column));
    if (heads.size() - missing < needed) return false;
    reading_.kind = kind;
    reading_.columns = std::move(columns);
    for (std::size_t i = 0; i < heads.size(); ++i) {
        if (reading_.columns[i] != no_column) continue;
        reading_.remark(
            false,
            {},
            {"workbook.column_missing", {{"column", heads[i].text}}},
            reading_.place(row, 1)
        );
    }
    return true;
}

bool WorkbookPlaces::take_heads(const SheetRow& row)
{
    if (reading_.kind == TableKind::activity && reading_.columns.empty()) {
        std::vector<std::string> heads;
        for (const auto& column : reading_.activity->columns)
            heads.push_back(head_of(*reading_.activity, column, reading_.say));
        return try_heads(row, TableKind::activity, heads_of(heads), (heads.size() + 1) / 2);
    }
    if (reading_.kind == TableKind::activity) return false;
    return try_heads(row, TableKind::measures, measure_heads_, 5) ||
           try_heads(row, TableKind::tasks, task_heads_, 5) ||
           try_heads(row, TableKind::narrative, narrative_heads_, 2);
}

bool WorkbookPlaces::fits_table(const std::string& key) const
{
    switch (reading_.kind) {
    case TableKind::measures:
        return key.starts_with("cell/");
    case TableKind::tasks:
        return key.starts_with("task/") || key.starts_with("duty/");
    case TableKind::narrative:
        return key.starts_with("narrative/");
    case TableKind::none:
    case TableKind::activity:
        return false;
    }
    return false;
}

bool WorkbookPlaces::is_right(const SheetRow& row, const RowKey& key)
{
    const auto item = item_of(key.key);
    const auto refuse_row = [&](Problem problem) {
        reading_.remark(true, item, std::move(problem), reading_.place(row, 1));
        return false;
    };
    if (!fits_table(key.key)) return refuse_row({"workbook.no_heads"});
    const auto now = now_.find(key.key);
    if (now == now_.end()) return refuse_row({"workbook.row_gone"});
    const auto& labels = reading_.ids.labels;
    const auto label = labels.find(key.key);
    if (label == labels.end() || !is_same_name(label->second, now->second))
        return refuse_row({"workbook.row_changed_since", {{"label", now->second}}});
    if (!is_same_name(visible_label(row), label->second))
        return refuse_row({"workbook.label_changed", {{"label", label->second}}});
    reading_.result.rows.insert(item);
    return true;
}

/// A row of an unknown name with something in its cells was typed by somebody.
void WorkbookPlaces::tell_unknown_row(const SheetRow& row)
{
    if (reading_.kind == TableKind::none) return;
    const auto& columns = reading_.columns;
    for (auto i = first_filled(reading_.kind); i < columns.size(); ++i) {
        if (columns[i] == no_column || text_at(row, columns[i]).empty()) continue;
        reading_.remark(true, {}, {"workbook.row_unknown"}, reading_.place(row, columns[i]));
        return;
    }
}

void WorkbookPlaces::tell_stray_cells(const SheetRow& row, int key_column)
{
    for (const auto& cell : row.cells) {
        if (cell.column == key_column ||
            std::ranges::find(reading_.columns, cell.column) != reading_.columns.end())
            continue;
        if (reading_.kind == TableKind::activity && cell.column == reading_.number_column) continue;
        reading_.remark(
            false,
            {},
            {"workbook.stray_cell", {{"typed", cell.text}}},
            reading_.place(row, cell.column)
        );
    }
}

void WorkbookPlaces::tell_missing()
{
    std::set<std::string> told;
    for (const auto& remark : reading_.result.remarks)
        told.insert(remark.item);
    for (const auto& [key, label] : now_) {
        const auto item = item_of(key);
        if (reading_.result.rows.contains(item) || !told.insert(item).second) continue;
        reading_.remark(false, item, {"workbook.row_missing", {{"label", label}}}, {});
    }
}

} // namespace tiendo::documents
