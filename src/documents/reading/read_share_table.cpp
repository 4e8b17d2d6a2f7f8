#include "base/text.hpp"
#include "documents/reading/read_tables.hpp"
#include "documents/reading/table_heads.hpp"
#include "documents/reading/table_values.hpp"
#include "documents/text/words.hpp"

#include <algorithm>

namespace tiendo::documents {

namespace {

bool has_digit(const std::string& text)
{
    return text.find_first_of("0123456789") != std::string::npos;
}

const int* place_column(const Heads& heads)
{
    if (heads.column_of("target") != nullptr || heads.column_of("task") != nullptr) return nullptr;
    for (const auto* role : {"place", "unit"}) {
        const auto* column = heads.column_of(role);
        if (column == nullptr) continue;
        const auto key = search_key(heads.columns.at(*column).title);
        if (role == std::string_view("place") || key == "don vi") return column;
    }
    return nullptr;
}

/// Columns of numbers behind the name of the place.
std::vector<int>
quantity_columns(const Table& table, const Heads& heads, int place, const TargetFrame& frame)
{
    std::vector<int> columns;
    for (const auto& [index, column] : heads.columns) {
        const bool past = column.year != 0 && column.year < first_year(frame);
        const bool other = column.role == "note" || column.role == "number" ||
                           column.role == "baseline" || column.role == "due" || past;
        if (index <= place || other || column.title.empty()) continue;
        std::size_t numbers = 0;
        for (auto r = heads.first_row; r < table.rows.size(); ++r)
            numbers += has_digit(cell_text(table.rows[r], &index));
        if (2 * numbers >= table.rows.size() - heads.first_row) columns.push_back(index);
    }
    return columns;
}

/// "Tỷ lệ hộ nghèo (%)", "Tỷ lệ hộ nghèo", "Số mô hình sinh kế".
std::string unit_of_head(const std::string& title, const std::string& above)
{
    if (const auto unit = unit_in_brackets(title); !unit.empty()) return unit;
    if (!above.empty()) return above;
    const Words words{title};
    if ((words.is(0, "tỷ") || words.is(0, "tỉ")) && words.is(1, "lệ")) return "%";
    const auto first = static_cast<std::size_t>(words.is(0, "tổng")) + 1;
    if (words.is(first - 1, "số") && first < words.size())
        return std::string(words.written(first, words.size()));
    return title;
}

/// "Chỉ tiêu giảm năm 2024": the numbers are sizes of a change.
std::optional<Change> change_of_head(const std::string& title)
{
    const Words words{search_key(title)};
    const std::size_t verb = words.is(0, "chi") && words.is(1, "tieu") ? 2
                             : words.is(0, "so") || words.is(0, "muc") ? 1
                                                                       : 0;
    if (words.is(verb, "giam")) return Change::decrease;
    if (words.is(verb, "tang")) return Change::increase;
    return std::nullopt;
}

/// "Số hộ nghèo đầu năm 2024" and "Số hộ nghèo cuối năm 2024" are of one thing.
bool same_subject(const std::string& title, const std::string& other)
{
    constexpr std::size_t words_min = 3;
    const Words a{search_key(title)};
    const Words b{search_key(other)};
    std::size_t same = 0;
    while (same < a.size() && same < b.size() && a.is(same, b.lower(same)))
        ++same;
    return same >= words_min;
}

/// The number from which the column starts, where another column of the row says it.
std::optional<Decimal> start_of(const Row& row, const Heads& heads, const Column& column)
{
    for (const auto& [index, other] : heads.columns) {
        const bool before = other.year != 0 && column.year > other.year;
        const bool start = other.role == "baseline" && same_subject(other.title, column.title);
        if (!start && !before) continue;
        const auto read = read_cell_quantity(one_line(cell_text(row, &index)), {}, {});
        if (!read.quantities.empty()) return read.quantities.front().value;
    }
    return std::nullopt;
}

/// Numbers of a column that has no words of its own about them.
void settle_column(
    const Column& column,
    const std::optional<Decimal>& start,
    std::size_t first,
    std::vector<Quantity>& quantities
)
{
    const auto change = change_of_head(column.title);
    std::vector<Quantity> own(quantities.begin() + static_cast<long>(first), quantities.end());
    for (auto& quantity : own) {
        if (change) quantity.change = change;
        if (!change && !quantity.baseline) quantity.baseline = start;
    }
    if (start && !change) settle_direction(column.title, own);
    std::copy(own.begin(), own.end(), quantities.begin() + static_cast<long>(first));
}

} // namespace

bool holds_shares(const Table& table)
{
    const auto heads = heads_of(table);
    const auto* place = place_column(heads);
    return place != nullptr && !quantity_columns(table, heads, *place, {}).empty();
}

std::vector<TargetRow> read_share_table(const Table& table, const TargetFrame& frame)
{
    const auto heads = heads_of(table);
    const auto* place = place_column(heads);
    std::vector<TargetRow> rows;
    if (place == nullptr) return rows;
    const auto columns = quantity_columns(table, heads, *place, frame);
    std::optional<std::string> group;
    LineRange group_lines;
    for (auto r = heads.first_row; r < table.rows.size(); ++r) {
        const auto& source = table.rows[r];
        if (says_nothing(table, r, heads)) continue;
        if (const auto heading = heading_of(table, r, heads, place)) {
            group = heading;
            group_lines = source.lines;
            continue;
        }
        TargetRow row;
        row.text = one_line(without_item_label(cell_text(source, place)));
        if (row.text.empty()) continue;
        row.group = group;
        row.group_lines = group_lines;
        row.lines = source.lines;
        for (const auto index : columns) {
            const auto& column = heads.columns.at(index);
            const auto cell = one_line(cell_text(source, &index));
            auto own = frame;
            if (column.due) own.due = column.due;
            const auto before = row.quantities.quantities.size();
            if (has_digit(cell)) add_value(row, cell, unit_of_head(column.title, frame.unit), own);
            settle_column(
                column, start_of(source, heads, column), before, row.quantities.quantities
            );
            if (row.quantities.quantities.size() == before && Words{search_key(cell)}.is_plain(0))
                row.unread.push_back(cell);
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace tiendo::documents
