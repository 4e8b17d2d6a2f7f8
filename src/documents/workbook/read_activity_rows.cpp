#include "documents/workbook/read_activity_rows.hpp"

#include "base/text.hpp"
#include "domain/form/activity_text.hpp"

#include <algorithm>

namespace tiendo::documents {
namespace {

std::string typed_in(
    WorkbookReading& reading,
    const SheetRow& row,
    int column,
    ColumnKind kind,
    const std::string& item
)
{
    switch (kind) {
    case ColumnKind::text:
    case ColumnKind::link:
    case ColumnKind::choice:
        return squeeze(reading.take(row, column, item, text_in));
    case ColumnKind::date:
        return reading.take(row, column, item, [&](const SheetCell& cell) {
            return day_in(cell, reading.year);
        });
    case ColumnKind::number:
    case ColumnKind::money:
        return reading.take(row, column, item, number_in);
    }
    return {};
}

} // namespace

void begin_activity(WorkbookReading& reading, const SheetRow& row, const RowKey& key)
{
    const auto& tables = reading.expected.form.activities;
    const auto name = key.key.substr(std::string_view("activity/").size());
    const auto found = std::ranges::find(tables, name, &ActivityTable::key);
    const auto where = reading.place(row, 1);
    reading.columns.clear();
    reading.activity = found == tables.end() ? nullptr : &*found;
    reading.kind = reading.activity == nullptr ? TableKind::none : TableKind::activity;
    if (reading.activity == nullptr) {
        reading.remark(true, key.key, {"workbook.row_gone"}, where);
        return;
    }
    reading.number_column = no_column;
    for (const auto& cell : row.cells) {
        if (cell.column != key.column && reading.number_column == no_column)
            reading.number_column = cell.column;
    }
    if (!reading.result.rows.insert(key.key).second)
        reading.remark(true, key.key, {"workbook.row_twice"}, where);
    reading.result.answers.activities[name];
}

bool read_activity_row(WorkbookReading& reading, const SheetRow& row, const RowKey& key)
{
    const auto& table = *reading.activity;
    const auto item = "activity/" + table.key;
    if (key.key.starts_with("row/") && key.key.substr(4) != table.key) {
        reading.remark(true, item, {"workbook.row_moved"}, reading.place(row, 1));
        return false;
    }
    ActivityRow answer;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const auto& column = table.columns[i];
        auto text = kept_text(
            column,
            typed_in(reading, row, reading.columns[i], column.kind, item),
            reading.year,
            [&](const std::string& choice) { return words_of(table, column, choice, reading.say); }
        );
        if (!text.empty()) answer[column.key] = std::move(text);
    }
    if (answer.empty()) return true;
    auto& rows = reading.result.answers.activities[table.key];
    if (rows.empty()) reading.result.origins[item] = reading.place(row, reading.columns.front());
    rows.push_back(std::move(answer));
    return true;
}

} // namespace tiendo::documents
