#include "documents/reading/read_tables.hpp"

#include "base/text.hpp"
#include "documents/reading/task_fields.hpp"
#include "documents/reading/task_owners.hpp"
#include "documents/text/agencies.hpp"
#include "documents/text/dates.hpp"
#include "documents/text/label.hpp"
#include "documents/text/vocabulary.hpp"

#include <algorithm>
#include <map>

namespace tiendo::documents {

namespace {

struct Column {
    std::string role{};
    std::optional<Date> due{}; ///< of "Đến năm 2025" over a column of values
    int year = 0;
};

struct Heads {
    std::map<int, Column> columns{};
    std::size_t first_row = 0; ///< of the rows below the heads

    const int* column_of(std::string_view role) const
    {
        for (const auto& [index, column] : columns) {
            if (column.role == role) return &index;
        }
        return nullptr;
    }
};

std::string role_of(const std::string& head)
{
    const Words words{search_key(head)};
    const auto match = folded_vocabulary("table_heads").at(words, 0);
    if (match) return std::string(match.meaning);
    for (std::size_t i = 1; i < words.size(); ++i) {
        const auto inner = folded_vocabulary("table_heads").at(words, i);
        if (inner && (inner.meaning == "lead" || inner.meaning == "with") && inner.length > 1)
            return std::string(inner.meaning);
    }
    return {};
}

Column column_of(const std::string& head)
{
    Column column{role_of(head), {}, 0};
    const Words words{head};
    for (const auto& point : time_points(words)) {
        column.due = last_day_of(point);
        column.year = point.year;
        // "Tầm nhìn đến năm 2045"
        if (column.role.empty() && point.year != 0 && point.day == 0) column.role = "value";
    }
    for (std::size_t i = 0; column.year == 0 && i < words.size(); ++i) {
        if (const auto year = year_at(words, i)) {
            column.year = *year;
            column.due = date(*year, 12, 31);
            if (column.role.empty()) column.role = "value";
        }
    }
    return column;
}

/// The row of heads is the first with two known ones; a second row may split a head by years.
Heads heads_of(const Table& table)
{
    Heads heads;
    for (std::size_t r = 0; r < table.rows.size() && r < 4; ++r) {
        std::map<int, Column> columns;
        int known = 0;
        for (const auto& cell : table.rows[r].cells) {
            auto column = column_of(cell.text);
            known += !column.role.empty();
            for (int c = 0; c < cell.column_span; ++c)
                columns[cell.column + c] = column;
        }
        if (known < 2) continue;
        heads.columns = std::move(columns);
        heads.first_row = r + 1;
        break;
    }
    if (heads.first_row == 0 || heads.first_row >= table.rows.size()) return heads;
    const auto& next = table.rows[heads.first_row];
    const bool splits =
        std::any_of(
            next.cells.begin(), next.cells.end(), [](const Cell& c) { return c.continues_above; }
        ) ||
        (next.cells.size() > 1 && next.cells[0].text.empty() && next.cells[1].text.empty());
    if (splits) {
        for (const auto& cell : next.cells) {
            const auto column = column_of(cell.text);
            if (!cell.continues_above && !column.role.empty()) heads.columns[cell.column] = column;
        }
        ++heads.first_row;
    }
    // "(1) | (2) | (3)" numbers the columns.
    if (heads.first_row < table.rows.size()) {
        const auto& cells = table.rows[heads.first_row].cells;
        const bool numbers =
            !cells.empty() && std::all_of(cells.begin(), cells.end(), [](const Cell& c) {
                return !c.text.empty() &&
                       c.text.find_first_not_of("0123456789()=+-") == std::string::npos;
            });
        if (numbers && cells.size() > 2) ++heads.first_row;
    }
    return heads;
}

std::string cell_text(const Row& row, const int* column)
{
    if (column == nullptr) return {};
    for (const auto& cell : row.cells) {
        if (cell.column == *column && !cell.continues_above) return cell.text;
    }
    return {};
}

/// A cell that was merged with the ones above it says what the topmost of them says.
std::string shared_text(const Table& table, std::size_t row, const int* column)
{
    if (column == nullptr) return {};
    for (auto r = row + 1; r-- > 0;) {
        const auto& cells = table.rows[r].cells;
        const auto cell = std::find_if(cells.begin(), cells.end(), [&](const Cell& c) {
            return c.column == *column;
        });
        if (cell == cells.end()) return {};
        if (!cell->continues_above) return cell->text;
    }
    return {};
}

std::string without_item_label(const std::string& text)
{
    const auto label = label_of(text);
    return label.kind == LabelKind::none ? text : text.substr(label.length);
}

std::string one_line(const std::string& text)
{
    return squeeze(replace_all(text, "\n", " "));
}

/// A row with nothing but a heading: "I | Công tác chỉ đạo", "1. Tuyên truyền" over all columns.
std::optional<std::string> group_of(const Row& row, const Heads& heads, const int* name)
{
    std::string only;
    for (const auto& cell : row.cells) {
        const auto column = heads.columns.find(cell.column);
        const bool number = column != heads.columns.end() && column->second.role == "number" &&
                            cell.column_span == 1;
        if (number || cell.text.empty()) continue;
        if (!only.empty()) return std::nullopt;
        if (cell.column_span == 1 && name != nullptr && cell.column != *name && cell.column != 0)
            return std::nullopt;
        only = cell.text;
    }
    return only.empty() ? std::nullopt : std::optional(one_line(without_item_label(only)));
}

bool is_empty(const Row& row)
{
    return std::all_of(row.cells.begin(), row.cells.end(), [](const Cell& c) {
        return c.text.empty();
    });
}

void append(std::vector<std::string>& names, std::vector<std::string> more)
{
    names.insert(names.end(), more.begin(), more.end());
}

/// "Chủ trì: Phòng Nội vụ\nPhối hợp: ..." in one cell, on lines of their own or parted by ";".
void split_both(const std::string& cell, TaskRow& row)
{
    for (const auto& line : split(cell, '\n')) {
        const auto fields = task_fields(without_item_label(line));
        for (const auto& field : fields)
            append(field.role == "with" ? row.with : row.lead, agency_list(field.value));
        if (!fields.empty()) continue;
        auto owners = owners_of_field(line);
        append(row.lead, std::move(owners.lead));
        append(row.with, std::move(owners.with));
    }
}

std::vector<std::string> names_of(const std::string& cell)
{
    std::vector<std::string> names;
    for (const auto& line : split(cell, '\n')) {
        const auto more = agency_list(without_item_label(line));
        names.insert(names.end(), more.begin(), more.end());
    }
    return names;
}

bool has_digit(const std::string& text)
{
    return text.find_first_of("0123456789") != std::string::npos;
}

/// "4,2 | 3,5 | 3 | < 2,5" behind the year of the start: from column to column the value is to be
/// lower, so none of them is a least.
bool falls(const std::vector<Quantity>& quantities)
{
    if (quantities.empty() || !quantities.front().baseline) return false;
    auto before = *quantities.front().baseline;
    for (const auto& quantity : quantities) {
        if (quantity.change || !(quantity.value < before)) return false;
        before = quantity.value;
    }
    return true;
}

void add_value(
    TargetRow& row, const std::string& cell, const std::string& unit, const TargetFrame& frame
)
{
    auto read = read_cell_quantity(cell, unit, frame);
    row.quantities.unit_unknown = row.quantities.unit_unknown || read.unit_unknown;
    for (auto& quantity : read.quantities)
        row.quantities.quantities.push_back(std::move(quantity));
}

} // namespace

bool holds_targets(const Table& table)
{
    const auto heads = heads_of(table);
    const bool named = heads.column_of("target") != nullptr;
    const bool measured = heads.column_of("value") != nullptr;
    const bool with_unit = heads.column_of("unit") != nullptr;
    return (named && (measured || with_unit)) ||
           (heads.column_of("task") != nullptr && measured && with_unit);
}

bool holds_tasks(const Table& table)
{
    const auto heads = heads_of(table);
    if (heads.column_of("task") == nullptr) return false;
    for (const auto* role : {"lead", "both", "with", "due", "product"}) {
        if (heads.column_of(role) != nullptr) return !holds_targets(table);
    }
    return false;
}

std::vector<TargetRow> read_target_table(const Table& table, const TargetFrame& frame)
{
    const auto heads = heads_of(table);
    const auto* name =
        heads.column_of("target") != nullptr ? heads.column_of("target") : heads.column_of("task");
    std::vector<TargetRow> rows;
    std::optional<std::string> group;
    LineRange group_lines;
    for (auto r = heads.first_row; r < table.rows.size(); ++r) {
        const auto& source = table.rows[r];
        if (is_empty(source)) continue;
        if (const auto heading = group_of(source, heads, name)) {
            group = heading;
            group_lines = source.lines;
            continue;
        }
        TargetRow row;
        row.text = one_line(without_item_label(cell_text(source, name)));
        if (row.text.empty()) continue;
        row.group = group;
        if (const auto column_group = cell_text(source, heads.column_of("group"));
            !column_group.empty()) {
            row.group = group = one_line(column_group);
            group_lines = source.lines;
        }
        row.group_lines = group_lines;
        row.lines = source.lines;
        const auto unit = one_line(cell_text(source, heads.column_of("unit")));
        std::optional<Decimal> baseline;
        for (const auto& [index, column] : heads.columns) {
            const auto cell = one_line(cell_text(source, &index));
            const bool past =
                column.role == "baseline" ||
                (column.role == "value" && column.year != 0 && column.year < first_year(frame));
            if (past && has_digit(cell)) {
                auto read = read_cell_quantity(cell, unit, {});
                if (!read.quantities.empty()) baseline = read.quantities.front().value;
            } else if (column.role == "value" && has_digit(cell)) {
                auto own = frame;
                if (column.due) own.due = column.due;
                add_value(row, cell, unit, own);
            }
        }
        for (auto& quantity : row.quantities.quantities) {
            if (!quantity.baseline) quantity.baseline = baseline;
        }
        if (falls(row.quantities.quantities)) {
            for (auto& quantity : row.quantities.quantities) {
                if (quantity.comparator == Comparator::at_least)
                    quantity.comparator = Comparator::at_most;
            }
        }
        if (row.quantities.quantities.empty()) row.quantities = read_quantities(row.text, frame);
        row.owners = names_of(shared_text(table, r, heads.column_of("lead")));
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<TaskRow> read_task_table(const Table& table)
{
    const auto heads = heads_of(table);
    const auto* name = heads.column_of("task");
    // "Nhóm nhiệm vụ | Nội dung nhiệm vụ": the more special column names the task.
    std::vector<TaskRow> rows;
    std::optional<std::string> group;
    for (auto r = heads.first_row; r < table.rows.size(); ++r) {
        const auto& source = table.rows[r];
        if (is_empty(source)) continue;
        if (const auto heading = group_of(source, heads, name)) {
            group = heading;
            continue;
        }
        TaskRow row;
        row.text = one_line(without_item_label(cell_text(source, name)));
        if (const auto column_group = cell_text(source, heads.column_of("group"));
            !column_group.empty())
            group = one_line(column_group);
        row.group = group;
        row.lines = source.lines;
        if (row.text.empty()) continue;
        row.lead = names_of(shared_text(table, r, heads.column_of("lead")));
        row.with = names_of(shared_text(table, r, heads.column_of("with")));
        split_both(shared_text(table, r, heads.column_of("both")), row);
        row.due = one_line(shared_text(table, r, heads.column_of("due")));
        row.product = one_line(shared_text(table, r, heads.column_of("product")));
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace tiendo::documents
